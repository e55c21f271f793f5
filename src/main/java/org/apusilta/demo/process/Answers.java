package org.apusilta.demo.process;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apusilta.agreement.Agreements;
import org.apusilta.matching.Matching;
import org.apusilta.messaging.LinkPage;
import org.apusilta.relationship.Supports;
import org.apusilta.request.HelpRequests;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** What the demo's volunteers and clients answer on their links' pages, through the same code the pages use. */
@Component
@Profile({"demo", "test"})
class Answers {

    private final RuntimeService runtime;
    private final Matching matching;
    private final Agreements agreements;
    private final Supports supports;
    private final HelpRequests requests;
    private final Map<String, LinkPage> pages;

    Answers(RuntimeService runtime, Matching matching, Agreements agreements, Supports supports, HelpRequests requests, List<LinkPage> pages) {
        this.runtime = runtime;
        this.matching = matching;
        this.agreements = agreements;
        this.supports = supports;
        this.requests = requests;
        this.pages = pages.stream().collect(Collectors.toMap(LinkPage::purpose, Function.identity()));
    }

    /** Each of those who are asked answers today or thinks on; some never do. */
    void ofToday(LocalDate today, Random random) {
        waitingFor("OfferAnswered").forEach(id -> {
            int dice = random.nextInt(100);
            var open = matching.offers(id).stream().filter(o -> o.state() == Matching.OfferState.OPEN).findFirst();
            if (dice < 45 && open.isPresent()) {
                answer("offer", id, open.get().id(), Map.of("answer", dice < 33 ? "yes" : "no"));
            }
        });
        waitingFor("AgreementConfirmed").forEach(id -> {
            var version = agreements.of(id).get(agreements.of(id).size() - 1);
            if (version.byClient() == null && random.nextInt(100) < 12) {
                answer("agreement-client", id, version.id(), Map.of("confirm", "yes"));
            }
            if (version.byVolunteer() == null && random.nextInt(100) < 40) {
                answer("agreement-volunteer", id, version.id(), Map.of("confirm", "yes"));
            }
        });
        waitingFor("CheckInsAnswered").forEach(id -> supports.runningPeriod(id).ifPresent(period -> {
            if (random.nextInt(100) < 25) {
                answer("check-in-client", id, period, feeling(random));
            }
            if (random.nextInt(100) < 45) {
                answer("check-in-volunteer", id, period, feeling(random));
            }
        }));
    }

    void withdraw(UUID caseId) {
        if (requests.facts(caseId).outcome() == null) {
            requests.withdraw(caseId, HelpRequests.Who.CLIENT);
        }
    }

    private static Map<String, String> feeling(Random random) {
        boolean worried = random.nextInt(20) == 0;
        return Map.of("wellbeing", String.valueOf(worried ? 2 : 3 + random.nextInt(3)), "worried", worried ? "yes" : "no");
    }

    private List<UUID> waitingFor(String message) {
        return runtime.createExecutionQuery().messageEventSubscriptionName(message).orderByProcessInstanceId().asc().list().stream()
                .map(e -> runtime.createProcessInstanceQuery().processInstanceId(e.getProcessInstanceId()).singleResult().getBusinessKey())
                .map(UUID::fromString).toList();
    }

    private void answer(String purpose, UUID caseId, UUID subject, Map<String, String> fields) {
        pages.get(purpose).answer(new LinkPage.Opened(caseId, purpose, subject, Locale.forLanguageTag("fi")), fields);
    }
}
