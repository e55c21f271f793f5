package org.apusilta.volunteer.internal;

import java.text.Normalizer;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Stream;
import org.apusilta.volunteer.RegisterFilled;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What each kind of help needs and how long each training holds; matching hears of a change at once. */
@Service
@Transactional
public class TrainingCatalogue {

    /** How a training is done. */
    public static final List<String> WAYS = List.of("SESSION", "ONLINE", "LECTURE");

    private static final int LONGEST = 120;

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    TrainingCatalogue(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    /**
     * What a training is.
     *
     * @param way SESSION, ONLINE or LECTURE @param provider who gives it; null: the city @param address where it is done online
     */
    public record Described(String nameFi, String nameSv, String nameEn, String way, @Nullable String provider, @Nullable String address) {

        private void check() {
            if (Stream.of(nameFi, nameSv, nameEn).anyMatch(name -> name.isBlank() || name.length() > LONGEST) || !WAYS.contains(way) || provider != null && provider.length() > LONGEST
                    || address != null && !address.matches("https://[^\\s\"<>]{3,300}") || way.equals("ONLINE") && address == null) {
                throw new IllegalArgumentException("names, a way, and an address where it is online");
            }
        }
    }

    /** @return what this training is */
    @Transactional(readOnly = true)
    public Optional<Described> described(String training) {
        return jdbc.sql("SELECT name_fi, name_sv, name_en, way, provider, address FROM apusilta.training WHERE code = :code").param("code", training).query(Described.class).optional();
    }

    /** @return the code of the new training @throws IllegalArgumentException when a name is missing, or the address of one that is done online */
    public String add(Described one, @Nullable Integer renewMonths, Collection<String> kinds) {
        one.check();
        var code = free(Normalizer.normalize(one.nameEn().strip(), Normalizer.Form.NFD).toUpperCase(Locale.ROOT).replaceAll("[^A-Z]+", "_").replaceAll("^_|_$", ""));
        jdbc.sql("INSERT INTO apusilta.training (code, name_fi, name_sv, name_en, way) VALUES (:code, '–', '–', '–', :way)").param("code", code).param("way", one.way()).update();
        describe(code, one);
        keep(code, renewMonths, kinds);
        return code;
    }

    /** A code is letters and never changes: of two with the same name the second gets another letter. */
    private String free(String name) {
        var begin = name.isEmpty() ? "TRAINING" : name.substring(0, Math.min(30, name.length()));
        return Stream.iterate(begin, code -> code + "_B").filter(code -> jdbc.sql("SELECT count(*) FROM apusilta.training WHERE code = :code").param("code", code).query(Integer.class).single() == 0)
                .findFirst().orElseThrow();
    }

    /** Changes what a training is and asks for, without touching who has done it. @throws IllegalArgumentException as {@link #add} */
    public void change(String training, Described one, @Nullable Integer renewMonths, Collection<String> kinds) {
        describe(training, one);
        keep(training, renewMonths, kinds);
    }

    private void describe(String training, Described one) {
        one.check();
        jdbc.sql("UPDATE apusilta.training SET name_fi = :fi, name_sv = :sv, name_en = :en, way = :way, provider = :provider, address = :address WHERE code = :code")
                .param("fi", one.nameFi().strip()).param("sv", one.nameSv().strip()).param("en", one.nameEn().strip()).param("way", one.way()).param("provider", one.provider())
                .param("address", one.address()).param("code", training).update();
    }

    /** @return codes of the kinds that need this training */
    @Transactional(readOnly = true)
    public List<String> neededBy(String training) {
        return jdbc.sql("SELECT kind_code FROM apusilta.kind_training WHERE training_code = :code ORDER BY kind_code").param("code", training).query(String.class).list();
    }

    /**
     * @param renewMonths to be done again after so many months, null when once is enough @param kinds codes of the kinds that need it; the basics go for all
     * @throws NoSuchElementException when there is no such training
     */
    public void keep(String training, @Nullable Integer renewMonths, Collection<String> kinds) {
        if (renewMonths != null && (renewMonths < 1 || renewMonths > 240)) {
            throw new IllegalArgumentException("1 to 240 months");
        }
        if (jdbc.sql("UPDATE apusilta.training SET renew_months = :months WHERE code = :code").param("months", renewMonths).param("code", training).update() == 0) {
            throw new NoSuchElementException("no such training");
        }
        if (!training.equals("BASICS")) {
            jdbc.sql("DELETE FROM apusilta.kind_training WHERE training_code = :code").param("code", training).update();
            kinds.forEach(kind -> jdbc.sql("INSERT INTO apusilta.kind_training SELECT code, :training FROM apusilta.kind WHERE code = :kind").param("training", training).param("kind", kind).update());
        }
        events.publishEvent(new RegisterFilled());
    }
}
