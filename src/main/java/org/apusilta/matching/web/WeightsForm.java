package org.apusilta.matching.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.apusilta.matching.internal.Weights;
import org.jspecify.annotations.Nullable;

/** Weights as the page's fields, there and back: points with at most three decimals, kilometres, numbers. */
final class WeightsForm {

    /** Wishes, in points. */
    static final List<String> WISHES = List.of("distance", "times", "interests", "language", "practice", "load", "recency", "earlier");
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);
    /** No exponents: "1e99999999" is short to type and takes a machine minutes to write out. */
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,6}(\\.[0-9]{1,3})?");

    private WeightsForm() {}

    /** @param weights null when there are mistakes @param mistakes fields that cannot be read or lie outside their bounds */
    record Read(@Nullable Weights weights, @Nullable LocalDate from, List<String> mistakes) {}

    static Map<String, String> of(Weights weights, LocalDate from, Locale reader) {
        var values = new LinkedHashMap<String, String>();
        values.put("from", from.toString());
        values.put("distance", points(weights.distance(), reader));
        values.put("times", points(weights.times(), reader));
        values.put("interests", points(weights.interests(), reader));
        values.put("language", points(weights.language(), reader));
        values.put("practice", points(weights.practice(), reader));
        values.put("load", points(weights.load(), reader));
        values.put("recency", points(weights.recency(), reader));
        values.put("earlier", points(weights.earlier(), reader));
        values.put("waitingDay", points(weights.waitingDay(), reader));
        values.put("competition", points(weights.competition(), reader));
        values.put("far", points(weights.far(), reader));
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
            var typed = NUMBER.matcher(sent.getOrDefault(field, "").strip().replace(',', '.'));
            if (typed.matches() && (unit.equals(THOUSAND) || typed.group(1) == null)) {
                int value = new BigDecimal(typed.group()).multiply(unit).intValueExact();
                if (value >= least && value <= most) {
                    return value;
                }
            }
            mistakes.add(field);
            return least;
        }
    }

    private static String points(int thousandths, Locale reader) {
        var plain = BigDecimal.valueOf(thousandths, 3).stripTrailingZeros().toPlainString();
        return reader.getLanguage().equals("en") ? plain : plain.replace('.', ',');
    }

    private static @Nullable LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException notADay) {
            return null;
        }
    }
}
