package org.apusilta.agreement.web;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apusilta.catalogue.Catalogue;
import org.apusilta.catalogue.Kind;
import org.apusilta.request.HelpRequests;
import org.apusilta.volunteer.OwnPageSection;
import org.apusilta.volunteer.OwnTasks;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** On the volunteer's own page: what they agreed with whom, and the version that waits for their confirmation. */
@Component
@Transactional(readOnly = true)
class OwnAgreements implements OwnPageSection, OwnTasks {

    private static final String PURPOSE = "agreement-volunteer";

    /** @param state open (waits for them), waiting (for the other), holds or ended @param on the day it was confirmed by them, else asked */
    public record Line(String what, String state, LocalDate on, String path, UUID caseId) {}

    private record Row(UUID id, UUID caseId, java.time.Instant askedAt, java.time.@Nullable Instant volunteerAt, java.time.@Nullable Instant sealedAt, java.time.@Nullable Instant endedAt) {

        String state() {
            return endedAt != null ? "ended" : volunteerAt == null ? "open" : sealedAt == null ? "waiting" : "holds";
        }
    }

    private final JdbcClient jdbc;
    private final HelpRequests requests;
    private final Catalogue catalogue;
    private final MessageSource texts;

    OwnAgreements(JdbcClient jdbc, HelpRequests requests, Catalogue catalogue, MessageSource texts) {
        this.jdbc = jdbc;
        this.requests = requests;
        this.catalogue = catalogue;
        this.texts = texts;
    }

    @Override
    public int order() {
        return 400;
    }

    @Override
    public String view() {
        return "agreed";
    }

    @Override
    public Map<String, Object> model(UUID volunteerId, Locale language) {
        return Map.of("lines", rows(volunteerId).stream().map(row -> new Line(kinds(row.caseId(), language), row.state(),
                LocalDate.ofInstant(row.volunteerAt() == null ? row.askedAt() : row.volunteerAt(), ZoneId.of("Europe/Helsinki")),
                "/task/" + PURPOSE + "/" + row.caseId() + "/" + row.id(), row.caseId())).toList());
    }

    @Override
    public List<Task> of(UUID volunteerId, Locale language) {
        return rows(volunteerId).stream().filter(row -> row.state().equals("open")).map(row -> new Task(row.caseId(), kinds(row.caseId(), language), "",
                List.of(new Door(PURPOSE, row.caseId(), row.id(), texts.getMessage("own.door.agreement", null, language), true)), false)).toList();
    }

    /** What they agreed stays theirs to read. After a client's death nothing of that client is opened any more. */
    @Override
    public boolean mayOpen(UUID volunteerId, String purpose, UUID caseId, UUID subject) {
        return purpose.equals(PURPOSE) && rows(volunteerId).stream().anyMatch(row -> row.caseId().equals(caseId) && row.id().equals(subject));
    }

    private List<Row> rows(UUID volunteerId) {
        return jdbc.sql("""
                SELECT id, case_id, asked_at, volunteer_at, sealed_at, ended_at FROM apusilta.agreement_version
                WHERE volunteer_id = ? AND asked_at IS NOT NULL AND (volunteer_at IS NOT NULL OR ended_at IS NULL) ORDER BY asked_at DESC""").param(volunteerId)
                .query(Row.class).list().stream().filter(row -> !requests.died(row.caseId())).toList();
    }

    private String kinds(UUID caseId, Locale language) {
        return requests.facts(caseId).kinds().stream().map(catalogue::kind).flatMap(Optional::stream).map(Kind::name).map(name -> name.in(language)).collect(Collectors.joining(", "));
    }
}
