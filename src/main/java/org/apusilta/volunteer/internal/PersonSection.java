package org.apusilta.volunteer.internal;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apusilta.catalogue.Catalogue;
import org.apusilta.volunteer.CardLine;
import org.apusilta.volunteer.CardSection;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who it is and how to reach them. */
@Component
class PersonSection implements CardSection {

    private final JdbcClient jdbc;
    private final Catalogue catalogue;
    private final MessageSource texts;

    PersonSection(JdbcClient jdbc, Catalogue catalogue, MessageSource texts) {
        this.jdbc = jdbc;
        this.catalogue = catalogue;
        this.texts = texts;
    }

    private record Person(@Nullable String email, @Nullable String phone, int birthYear, String language, String district, String status, @Nullable String organisation, LocalDate joinedOn) {}

    @Override
    public int order() {
        return 10;
    }

    @Override
    public String titleKey() {
        return "register.section.person";
    }

    @Override
    public List<CardLine> lines(UUID volunteerId) {
        var one = jdbc.sql("SELECT email, phone, birth_year, language, district, status, (SELECT name FROM apusilta.organisation WHERE code = organisation) AS organisation, joined_on FROM apusilta.volunteer WHERE id = :id").param("id", volunteerId)
                .query(Person.class).single();
        var lines = new ArrayList<CardLine>();
        lines.add(new CardLine(text("register.status"), text("register.status." + one.status())));
        add(lines, "register.email", one.email());
        add(lines, "register.phone", one.phone());
        add(lines, "register.birthYear", String.valueOf(one.birthYear()));
        add(lines, "register.language", text("register.language." + one.language()));
        add(lines, "register.district", catalogue.district(one.district()).map(district -> district.name().in(LocaleContextHolder.getLocale())).orElse(one.district()));
        lines.add(new CardLine(text("register.organisation"), one.organisation() == null ? text("register.organisation.OWN") : one.organisation()));
        add(lines, "register.joined", one.joinedOn().format(DateTimeFormatter.ofPattern("d.M.yyyy")));
        return lines;
    }

    private void add(List<CardLine> lines, String key, @Nullable String value) {
        lines.add(new CardLine(text(key), value == null ? "–" : value));
    }

    private String text(String key) {
        return texts.getMessage(key, null, key, LocaleContextHolder.getLocale());
    }
}
