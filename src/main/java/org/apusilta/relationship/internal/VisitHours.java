package org.apusilta.relationship.internal;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.apusilta.volunteer.SupportHours;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Days and minutes of visits, for those who guide volunteers locally. */
@Component
class VisitHours implements SupportHours {

    private final JdbcClient jdbc;

    VisitHours(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Running> running(UUID volunteerId) {
        return jdbc.sql("""
                SELECT s.case_id, r.reference FROM apusilta.support s JOIN apusilta.help_request r ON r.id = s.case_id
                WHERE s.volunteer_id = :id AND s.ended_at IS NULL ORDER BY r.reference""").param("id", volunteerId).query(Running.class).list();
    }

    @Override
    public List<Visit> visits(Collection<UUID> cases, LocalDate from, LocalDate to) {
        return cases.isEmpty() ? List.of() : jdbc.sql("""
                SELECT v.id, s.case_id, s.volunteer_id, v.planned_on AS day, coalesce(v.minutes, 60) AS minutes FROM apusilta.visit v JOIN apusilta.support s ON s.id = v.support_id
                WHERE s.case_id IN (:cases) AND v.answer = 'DONE' AND v.planned_on BETWEEN :from AND :to ORDER BY v.planned_on, v.id""")
                .param("cases", cases).param("from", from).param("to", to).query(Visit.class).list();
    }
}
