package org.apusilta.matching.internal;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.apusilta.catalogue.Texts;
import org.apusilta.matching.InterimPartners;
import org.apusilta.request.HelpRequests;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What we can offer to somebody who waits: company by phone, open groups near by, and partners that take what was asked for. */
@Component
class InterimOffers {

    /** So many partners are named: a choice, not a directory. */
    private static final int PARTNERS = 3;

    private final JdbcClient jdbc;
    private final HelpRequests requests;
    private final ObjectProvider<InterimPartners> partners;
    private final MessageSource texts;

    InterimOffers(JdbcClient jdbc, HelpRequests requests, ObjectProvider<InterimPartners> partners, MessageSource texts) {
        this.jdbc = jdbc;
        this.requests = requests;
        this.partners = partners;
        this.texts = texts;
    }

    List<Interim> of(UUID caseId, Locale asked) {
        var reader = WorkingLanguage.of(asked);
        var facts = requests.facts(caseId);
        var ours = jdbc.sql("""
                SELECT id, name_fi, name_sv, name_en, text_fi, text_sv, text_en FROM apusilta.interim_offer
                WHERE active AND (major IS NULL OR major = :major) AND (kinds IS NULL OR kinds && cast(:kinds AS varchar[])) ORDER BY position, id""")
                .param("major", facts.major()).param("kinds", facts.kinds().toArray(String[]::new))
                .query((row, n) -> new Interim(row.getObject("id", UUID.class),
                        new Texts(row.getString("name_fi"), row.getString("name_sv"), row.getString("name_en")).in(reader),
                        new Texts(row.getString("text_fi"), row.getString("text_sv"), row.getString("text_en")).in(reader))).list();
        var theirs = partners.stream().flatMap(known -> known.forCase(caseId).stream()).limit(PARTNERS)
                .map(one -> new Interim(one.id(), one.name(), texts.getMessage("matching.interim.partner", null, reader)));
        return Stream.concat(ours.stream(), theirs).toList();
    }

    Optional<Interim> find(UUID caseId, UUID id, Locale reader) {
        return of(caseId, reader).stream().filter(one -> one.id().equals(id)).findFirst();
    }
}
