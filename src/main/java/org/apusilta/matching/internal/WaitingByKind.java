package org.apusilta.matching.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apusilta.request.CaseFacts;
import org.apusilta.request.HelpRequests;
import org.apusilta.volunteer.WaitingForHelp;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The open searches, counted by their first wish, for recruitment. */
@Component
@Transactional(readOnly = true)
class WaitingByKind implements WaitingForHelp {

    private record Place(String kind, String major, String language) {}

    private final JdbcClient jdbc;
    private final HelpRequests requests;

    WaitingByKind(JdbcClient jdbc, HelpRequests requests) {
        this.jdbc = jdbc;
        this.requests = requests;
    }

    @Override
    public List<Waiting> waiting() {
        var open = jdbc.sql("SELECT case_id FROM apusilta.search WHERE open").query(UUID.class).list();
        var counted = requests.all(open).stream().filter(facts -> facts.outcome() == null && !facts.kinds().isEmpty())
                .flatMap(facts -> languages(facts).stream().map(language -> new Place(facts.kinds().get(0), facts.major(), language)))
                .collect(Collectors.groupingBy(place -> place, LinkedHashMap::new, Collectors.counting()));
        return counted.entrySet().stream().map(one -> new Waiting(one.getKey().kind(), one.getKey().major(), one.getKey().language(), one.getValue().intValue())).toList();
    }

    /** Who wished for no language is written to in one. */
    private List<String> languages(CaseFacts facts) {
        return facts.languages().isEmpty() ? List.of(requests.client(facts.id()).language()) : facts.languages();
    }
}
