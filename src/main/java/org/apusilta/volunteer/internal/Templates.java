package org.apusilta.volunteer.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The city's one template for all sectors (R17), in three languages, each version from a day on. */
@Component
public class Templates {

    /** One version. {@code {months}} and {@code {age}} in its words stand for the terms. */
    public record Template(UUID id, LocalDate validFrom, String textFi, String textSv, String textEn, String recordedBy) {

        /** @return the words in this language */
        public String in(String language) {
            return switch (language) {
                case "sv" -> textSv;
                case "en" -> textEn;
                default -> textFi;
            };
        }
    }

    private static final int LONGEST = 20_000;

    private final JdbcClient jdbc;
    private final ProofPeople people;

    Templates(JdbcClient jdbc, ProofPeople people) {
        this.jdbc = jdbc;
        this.people = people;
    }

    /** @return the version that counts on this day */
    public Template on(LocalDate day) {
        return jdbc.sql("SELECT id, valid_from, text_fi, text_sv, text_en, recorded_by FROM apusilta.city_agreement_template WHERE valid_from <= :day ORDER BY valid_from DESC LIMIT 1")
                .param("day", day).query(Template.class).single();
    }

    /** @return every version, newest first */
    public List<Template> all() {
        return jdbc.sql("SELECT id, valid_from, text_fi, text_sv, text_en, recorded_by FROM apusilta.city_agreement_template ORDER BY valid_from DESC").query(Template.class).list();
    }

    /**
     * Keeps a new version. Versions are only added, so that it can always be seen from what a signed one came.
     *
     * @throws IllegalArgumentException when the day is past, another version begins on it, or a language is empty or too long
     */
    @Transactional
    public void keep(LocalDate from, String fi, String sv, String en, String by) {
        if (from.isBefore(people.today()) || all().stream().anyMatch(one -> one.validFrom().equals(from))
                || List.of(fi, sv, en).stream().anyMatch(text -> text.isBlank() || text.length() > LONGEST)) {
            throw new IllegalArgumentException("a template has three languages and a day of its own, from today on");
        }
        jdbc.sql("INSERT INTO apusilta.city_agreement_template (id, valid_from, text_fi, text_sv, text_en, recorded_by, recorded_at) VALUES (:id, :from, :fi, :sv, :en, :by, :now)")
                .param("id", UUID.randomUUID()).param("from", from).param("fi", fi.strip()).param("sv", sv.strip()).param("en", en.strip()).param("by", by)
                .param("now", people.now()).update();
    }
}
