package org.apusilta.volunteer.internal;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apusilta.volunteer.CardLine;
import org.apusilta.volunteer.CardSection;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** On the person card: agreement, insurance, trainings and, by dates only, the check. */
@Component
class ProofSection implements CardSection {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d.M.yyyy");

    private final JdbcClient jdbc;
    private final ProofPeople people;
    private final Trainings trainings;
    private final MessageSource texts;

    ProofSection(JdbcClient jdbc, ProofPeople people, Trainings trainings, MessageSource texts) {
        this.jdbc = jdbc;
        this.people = people;
        this.trainings = trainings;
        this.texts = texts;
    }

    @Override
    public int order() {
        return 300;
    }

    @Override
    public String titleKey() {
        return "proofs.card.title";
    }

    @Override
    public List<CardLine> lines(UUID volunteerId) {
        var lines = new ArrayList<CardLine>();
        for (var column : List.of("agreement_until", "insured_until", "check_until")) {
            var until = jdbc.sql("SELECT " + column + " FROM apusilta.volunteer WHERE id = :id AND " + column + " IS NOT NULL").param("id", volunteerId).query(java.time.LocalDate.class).optional();
            if (until.isPresent() || !column.equals("check_until")) {
                lines.add(new CardLine(text("proofs.card." + column), until.map(day -> text("proofs.card.until", DAY.format(day))).orElseGet(() -> text("proofs.card.none"))));
            }
        }
        if (jdbc.sql("SELECT apusilta.signer(:id, :today)").param("id", volunteerId).param("today", people.today()).query(String.class).single().equals("GUARDIAN")) {
            var guardian = people.guardian(volunteerId);
            lines.add(new CardLine(text("proofs.card.guardian"), guardian.map(one -> one.name() + ", " + (one.phone() == null ? one.email() : one.phone())).orElseGet(() -> text("proofs.card.guardian.none"))));
        }
        var missing = trainings.missing(volunteerId);
        var names = trainings.courses(LocaleContextHolder.getLocale()).stream().collect(Collectors.toMap(Trainings.Course::code, Trainings.Course::name));
        lines.add(new CardLine(text("proofs.card.missing"), missing.isEmpty() ? text("proofs.card.nothing") : missing.stream().map(names::get).collect(Collectors.joining(", "))));
        lines.add(new CardLine(text("proofs.card.more"), text("proofs.card.open"), "/volunteers/" + volunteerId + "/proofs"));
        return lines;
    }

    private String text(String key, Object... arguments) {
        return texts.getMessage(key, arguments, key, LocaleContextHolder.getLocale());
    }
}
