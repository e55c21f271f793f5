package org.apusilta.matching.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apusilta.matching.internal.Weights;
import org.jspecify.annotations.Nullable;

/** Weights as the page's fields, there and back: points with at most three decimals, kilometres, numbers. */
final class WeightsForm {

    /** Wishes, in points. */
    static final List<String> WISHES = List.of("distance", "times", "interests", "language", "practice", "load", "recency", "earlier");
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

    private WeightsForm() {}

    /** @param weights null when there are mistakes @param mistakes fields that cannot be read or lie outside their bounds */
    record Read(@Nullable Weights weights, @Nullable LocalDate from, List<String> mistakes) {}

    static Map<String, String> of(Weights weights, LocalDate from) {
        var values = new LinkedHashMap<String, String>();
        values.put("from", from.toString());
        values.put("distance", points(weights.distance()));
        values.put("times", points(weights.times()));
        values.put("interests", points(weights.interests()));
        values.put("language", points(weights.language()));
        values.put("practice", points(weights.practice()));
        values.put("load", points(weights.load()));
        values.put("recency", points(weights.recency()));
        values.put("earlier", points(weights.earlier()));
        values.put("waitingDay", points(weights.waitingDay()));
        values.put("competition", points(weights.competition()));
        values.put("far", points(weights.far()));
        values.put("interestsEnough", Integer.toString(weights.interestsEnough()));
        values.put("rested", Integer.toString(weights.rested()));
        return values;
    }

    /** Bounds are those of the table. */
    static Read read(Map<String, String> sent, LocalDate today) {
        var read = new Fields(sent);
        var from = day(sent.getOrDefault("from", ""));
        if (from == null || from.isBefore(today)) {
            read.mistakes.add("from");
        }
        var weights = new Weights(0, read.thousandths("distance", 0, 100_000), read.thousandths("times", 0, 100_000), read.thousandths("interests", 0, 100_000),
                read.thousandths("language", 0, 100_000), read.thousandths("practice", 0, 100_000), read.thousandths("load", 0, 100_000),
                read.thousandths("recency", 0, 100_000), read.thousandths("earlier", 0, 100_000), read.thousandths("far", 100, 100_000),
                read.whole("interestsEnough", 1, 28), read.whole("rested", 1, 3650), read.thousandths("waitingDay", 0, 50_000), read.thousandths("competition", 0, 100_000));
        return new Read(read.mistakes.isEmpty() ? weights : null, from, read.mistakes);
    }

    private static final class Fields {

        private final Map<String, String> sent;
        private final List<String> mistakes = new java.util.ArrayList<>();

        Fields(Map<String, String> sent) {
            this.sent = sent;
        }

        int thousandths(String field, int least, int most) {
            return number(field, least, most, THOUSAND);
        }

        int whole(String field, int least, int most) {
            return number(field, least, most, BigDecimal.ONE);
        }

        private int number(String field, int least, int most, BigDecimal unit) {
            try {
                var value = new BigDecimal(sent.getOrDefault(field, "").strip().replace(',', '.')).multiply(unit).setScale(0, RoundingMode.UNNECESSARY);
                if (value.compareTo(BigDecimal.valueOf(least)) >= 0 && value.compareTo(BigDecimal.valueOf(most)) <= 0) {
                    return value.intValueExact();
                }
            } catch (ArithmeticException | NumberFormatException notANumber) {
                // named below, like one that lies outside its bounds
            }
            mistakes.add(field);
            return least;
        }
    }

    private static String points(int thousandths) {
        return BigDecimal.valueOf(thousandths, 3).stripTrailingZeros().toPlainString();
    }

    private static @Nullable LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException notADay) {
            return null;
        }
    }
}
