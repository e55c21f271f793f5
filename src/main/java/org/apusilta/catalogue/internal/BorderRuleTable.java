package org.apusilta.catalogue.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.apusilta.catalogue.BorderRule;
import org.apusilta.catalogue.BorderRules;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Read anew each time: a manager's change counts at once, on every node. */
@Service
@Transactional
class BorderRuleTable implements BorderRules {

    private static final ZoneId HELSINKI = ZoneId.of("Europe/Helsinki");

    private final JdbcClient db;
    private final Clock clock;

    BorderRuleTable(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public List<BorderRule> on(LocalDate day) {
        return db.sql("SELECT DISTINCT ON (code) * FROM apusilta.border_rule WHERE valid_from <= :day ORDER BY code, valid_from DESC")
                .param("day", day).query(BorderRuleTable::rule).list();
    }

    @Override
    @Transactional(readOnly = true)
    public List<BorderRule> all() {
        return db.sql("SELECT * FROM apusilta.border_rule ORDER BY code, valid_from DESC").query(BorderRuleTable::rule).list();
    }

    /** Short beginnings say nothing once they are stemmed; those are looked for as they stand only. */
    @Override
    @Transactional(readOnly = true)
    public List<BorderRule> toldOf(String text) {
        var today = on(LocalDate.now(clock.withZone(HELSINKI)));
        var stemmed = db.sql("""
                SELECT r.code FROM (SELECT DISTINCT ON (code) code, spotted FROM apusilta.border_rule WHERE valid_from <= :day ORDER BY code, valid_from DESC) r
                 WHERE EXISTS (SELECT 1 FROM unnest(string_to_array(r.spotted, ',')) AS said, unnest(ARRAY['finnish', 'swedish', 'english']::regconfig[]) AS tongue
                                WHERE length(trim(said, ' *')) >= 5 AND to_tsvector(tongue, :text) @@ phraseto_tsquery(tongue, trim(said, ' *')))""")
                .param("day", LocalDate.now(clock.withZone(HELSINKI))).param("text", text).query(String.class).set();
        return today.stream().filter(rule -> stemmed.contains(rule.code()) || rule.spottedIn(text)).toList();
    }

    @Override
    public void keep(BorderRule rule, String by) {
        var now = clock.instant();
        if (rule.validFrom().isBefore(LocalDate.ofInstant(now, HELSINKI))) {
            throw new IllegalArgumentException("a rule counts from today at the earliest");
        }
        db.sql("""
                INSERT INTO apusilta.border_rule (code, valid_from, side, service, kind, spotted, name_fi, name_sv, name_en,
                    advice_fi, advice_sv, advice_en, recorded_by, recorded_at)
                VALUES (:code, :from, :side, :service, :kind, :spotted, :nameFi, :nameSv, :nameEn, :adviceFi, :adviceSv, :adviceEn, :by, :at)
                ON CONFLICT (code, valid_from) DO UPDATE SET side = excluded.side, service = excluded.service, kind = excluded.kind,
                    spotted = excluded.spotted, name_fi = excluded.name_fi, name_sv = excluded.name_sv, name_en = excluded.name_en,
                    advice_fi = excluded.advice_fi, advice_sv = excluded.advice_sv, advice_en = excluded.advice_en,
                    recorded_by = excluded.recorded_by, recorded_at = excluded.recorded_at""")
                .param("code", rule.code()).param("from", rule.validFrom()).param("side", rule.side().name())
                .param("service", rule.service()).param("kind", rule.kind()).param("spotted", rule.spotted())
                .param("nameFi", text(rule, "fi")).param("nameSv", text(rule, "sv")).param("nameEn", text(rule, "en"))
                .param("adviceFi", advice(rule, "fi")).param("adviceSv", advice(rule, "sv")).param("adviceEn", advice(rule, "en"))
                .param("by", by).param("at", OffsetDateTime.ofInstant(now, ZoneOffset.UTC)).update();
    }

    private static String text(BorderRule rule, String language) {
        return rule.name().in(Locale.forLanguageTag(language));
    }

    private static String advice(BorderRule rule, String language) {
        return rule.advice().in(Locale.forLanguageTag(language));
    }

    private static BorderRule rule(ResultSet row, int number) throws SQLException {
        return new BorderRule(row.getString("code"), row.getObject("valid_from", LocalDate.class), BorderRule.Side.valueOf(row.getString("side")),
                row.getString("service"), row.getString("kind"), row.getString("spotted"), CatalogueTables.texts(row, "name"),
                CatalogueTables.texts(row, "advice"));
    }
}
