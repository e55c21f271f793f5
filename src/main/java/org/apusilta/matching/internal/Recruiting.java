package org.apusilta.matching.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apusilta.matching.Needs;
import org.apusilta.request.HelpRequests;
import org.apusilta.request.RequestStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Publishes what is needed, and finds whom a new volunteer would suit. Public for {@code matching.process} only. */
@Component
@Transactional
public class Recruiting implements Needs {

    static final Set<RequestStatus> LOOKING = Set.of(RequestStatus.MATCHING, RequestStatus.OFFERED);

    /** With fewer behind a line, a rare language or an hour beside kind and district could tell a neighbour who it is. */
    static final int ENOUGH_TO_HIDE_AMONG = 3;

    /** Spoken by most: they point to nobody. */
    private static final Set<String> COMMON = Set.of("fi", "sv");

    private final NeedRows rows;
    private final HelpRequests requests;
    private final Asks asks;
    private final Ranking ranking;

    Recruiting(NeedRows rows, HelpRequests requests, Asks asks, Ranking ranking) {
        this.rows = rows;
        this.requests = requests;
        this.asks = asks;
        this.ranking = ranking;
    }

    /** Publishes the need of this case: kind, major district, languages and parts of the day. No words of the request, no place, no age. */
    public void publish(UUID caseId, String instanceId) {
        var facts = requests.facts(caseId);
        var languages = facts.languages().isEmpty() ? List.of(requests.client(caseId).language()) : facts.languages();
        rows.publish(caseId, instanceId, facts.kinds().get(0), facts.major(), languages,
                facts.times().stream().map(Recruiting::time).distinct().sorted().map(Time::name).toList());
    }

    /** @return instances that recruit for somebody whom this volunteer could help */
    @Transactional(readOnly = true)
    public List<String> waitingFor(UUID volunteerId) {
        return rows.open().stream().filter(need -> ranking.allows(asks.of(need.caseId()), volunteerId)).map(NeedRows.Row::instanceId).toList();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Need> published() {
        var open = rows.open();
        var statuses = requests.statuses(open.stream().map(NeedRows.Row::caseId).toList());
        var lines = open.stream().filter(need -> LOOKING.contains(statuses.get(need.caseId())))
                .collect(Collectors.groupingBy(need -> List.of(need.kind(), need.major()), java.util.LinkedHashMap::new, Collectors.toList()));
        return lines.values().stream().map(Recruiting::line).toList();
    }

    @Override
    public void close(UUID caseId) {
        rows.close(caseId);
    }

    private static Need line(List<NeedRows.Row> same) {
        var languages = same.stream().flatMap(need -> need.languages().stream()).distinct().sorted().toList();
        if (same.size() < ENOUGH_TO_HIDE_AMONG) {
            return new Need(same.get(0).kind(), same.get(0).major(), same.size(), languages.stream().filter(COMMON::contains).toList(), null);
        }
        var times = new TreeSet<Time>();
        same.forEach(need -> need.times().forEach(time -> times.add(Time.valueOf(time))));
        boolean any = same.stream().anyMatch(need -> need.times().isEmpty());
        return new Need(same.get(0).kind(), same.get(0).major(), same.size(), languages, any ? List.of() : new ArrayList<>(times));
    }

    /** {@code MON_AM} is a morning, whichever day; a Saturday or Sunday is the weekend. */
    private static Time time(String slot) {
        if (slot.startsWith("SAT") || slot.startsWith("SUN")) {
            return Time.WEEKEND;
        }
        return slot.endsWith("_AM") ? Time.MORNING : slot.endsWith("_PM") ? Time.AFTERNOON : Time.EVENING;
    }
}
