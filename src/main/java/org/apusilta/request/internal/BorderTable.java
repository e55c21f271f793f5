package org.apusilta.request.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.apusilta.catalogue.BorderRule.Side;
import org.apusilta.request.Border.Count;
import org.apusilta.request.Border.Declined;
import org.apusilta.request.Border.Piece;
import org.apusilta.request.Border.Reason;
import org.apusilta.request.Border.Source;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of the pieces. */
@Repository
class BorderTable {

    private final JdbcClient db;

    BorderTable(JdbcClient db) {
        this.db = db;
    }

    /** A piece that somebody has decided on keeps the proposal it was decided by. */
    void propose(UUID caseId, String code, Source source, @Nullable String service, @Nullable LocalDate ruleFrom, Side side) {
        db.sql("""
                INSERT INTO apusilta.border_piece (request_id, code, occasion, source, service, rule_from, proposed)
                VALUES (:case, :code, :case, :source, :service, :ruleFrom, :side)
                ON CONFLICT (request_id, code, occasion) DO UPDATE SET service = excluded.service, rule_from = excluded.rule_from, proposed = excluded.proposed
                WHERE border_piece.decided IS NULL""")
                .param("case", caseId).param("code", code).param("source", source.name()).param("service", service)
                .param("ruleFrom", ruleFrom).param("side", side.name()).update();
    }

    void decide(UUID caseId, String code, Side side, @Nullable Reason reason, String by, Instant at) {
        db.sql("""
                UPDATE apusilta.border_piece SET decided = :side, reason = :reason, decided_by = :by, decided_at = :at
                WHERE request_id = :case AND code = :code AND occasion = request_id""")
                .param("side", side.name()).param("reason", reason == null ? null : reason.name()).param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC)).param("case", caseId).param("code", code).update();
    }

    void cameUp(UUID caseId, UUID occasion, Piece piece, @Nullable LocalDate ruleFrom) {
        db.sql("""
                INSERT INTO apusilta.border_piece (request_id, code, occasion, source, service, rule_from, proposed, decided, reason, decided_by, decided_at)
                VALUES (:case, :code, :occasion, :source, :service, :ruleFrom, :proposed, :decided, :reason, :by, :at)
                ON CONFLICT (request_id, code, occasion) DO UPDATE SET decided = excluded.decided, reason = excluded.reason,
                    decided_by = excluded.decided_by, decided_at = excluded.decided_at""")
                .param("case", caseId).param("code", piece.code()).param("occasion", occasion).param("source", piece.source().name())
                .param("service", piece.service()).param("ruleFrom", ruleFrom).param("proposed", piece.proposed().name())
                .param("decided", Objects.requireNonNull(piece.decided()).name()).param("reason", piece.reason() == null ? null : piece.reason().name())
                .param("by", piece.decidedBy()).param("at", Objects.requireNonNull(piece.decidedAt()).atOffset(ZoneOffset.UTC)).update();
    }

    /** Kinds that are not asked for any more are no pieces; what was decided to be a professional's work stays on record. */
    void forgetKindsBut(UUID caseId, List<String> kinds) {
        db.sql("DELETE FROM apusilta.border_piece WHERE request_id = :case AND occasion = request_id AND source = 'KIND' AND code <> ALL (:kinds) AND decided IS DISTINCT FROM 'PROFESSIONAL'")
                .param("case", caseId).param("kinds", kinds.toArray(String[]::new)).update();
    }

    List<Piece> of(UUID caseId) {
        return db.sql("SELECT * FROM apusilta.border_piece WHERE request_id = :case AND occasion = request_id ORDER BY source, code").param("case", caseId)
                .query((row, n) -> new Piece(row.getString("code"), Source.valueOf(row.getString("source")), row.getString("service"),
                        Side.valueOf(row.getString("proposed")), Optional.ofNullable(row.getString("decided")).map(Side::valueOf).orElse(null),
                        Optional.ofNullable(row.getString("reason")).map(Reason::valueOf).orElse(null), row.getString("decided_by"),
                        Optional.ofNullable(row.getObject("decided_at", OffsetDateTime.class)).map(OffsetDateTime::toInstant).orElse(null)))
                .list();
    }

    /** What no rule says of the kind, the rest of the request does: a friend to clean belongs to cleaning. */
    List<Declined> allProfessional(@Nullable String major, Instant from, Instant to) {
        return db.sql("""
                SELECT k.code AS kind, coalesce(k.service, (SELECT min(w.service) FROM apusilta.border_piece w WHERE w.request_id = r.id AND w.occasion = r.id
                         AND w.decided = 'PROFESSIONAL')) AS service, r.district, count(*)::int AS requests
                  FROM apusilta.help_request r JOIN apusilta.border_piece k ON k.request_id = r.id AND k.occasion = r.id AND k.source = 'KIND'
                 WHERE r.outcome = 'PROFESSIONAL' AND r.closed_at >= :from AND r.closed_at < :to AND (cast(:major as text) IS NULL OR r.major = :major)
                 GROUP BY 1, 2, 3 ORDER BY 4 DESC, 1, 3""")
                .param("from", from.atOffset(ZoneOffset.UTC)).param("to", to.atOffset(ZoneOffset.UTC)).param("major", major).query(Declined.class).list();
    }

    List<Count> counts(@Nullable String major, Instant from, Instant to) {
        return db.sql("""
                SELECT p.code, p.service, r.district, p.decided, count(*)::int AS times, count(*) FILTER (WHERE p.decided <> p.proposed AND p.proposed <> 'UNCLEAR')::int AS overruled
                  FROM apusilta.border_piece p JOIN apusilta.help_request r ON r.id = p.request_id
                 WHERE p.decided_at >= :from AND p.decided_at < :to AND (cast(:major as text) IS NULL OR r.major = :major)
                 GROUP BY 1, 2, 3, 4 ORDER BY 5 DESC, 1, 3""")
                .param("from", from.atOffset(ZoneOffset.UTC)).param("to", to.atOffset(ZoneOffset.UTC)).param("major", major)
                .query(Count.class).list();
    }
}
