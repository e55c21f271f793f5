package org.apusilta.demo.process;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apusilta.agreement.Agreements;
import org.apusilta.matching.Matching;
import org.apusilta.messaging.LinkPage;
import org.apusilta.relationship.Supports;
import org.apusilta.request.HelpRequests;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Execution;
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

    /** @return the cases in which somebody outside is asked something */
    Set<UUID> whoAnswersToday() {
        var instances = Stream.of("OfferAnswered", "AgreementConfirmed", "CheckInsAnswered")
                .flatMap(message -> runtime.createExecutionQuery().messageEventSubscriptionName(message).list().stream())
                .map(Execution::getProcessInstanceId).collect(Collectors.toSet());
        return instances.isEmpty() ? Set.of() : runtime.createProcessInstanceQuery().processInstanceIds(instances).list().stream()
                .map(instance -> UUID.fromString(instance.getBusinessKey())).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Who is asked in this case answers today or thinks on; some never do. @return whether somebody may have answered */
    boolean answer(UUID id, Random random) {
        int dice = random.nextInt(100);
        if (dice >= 50) {
            return false;
        }
        if (dice < 45) {
            matching.offers(id).stream().filter(o -> o.state() == Matching.OfferState.OPEN).findFirst()
                    .ifPresent(offer -> answer("offer", id, offer.id(), Map.of("answer", dice < 33 ? "yes" : "no")));
        }
        agreements.of(id).stream().filter(version -> version.endedAt() == null).reduce((earlier, later) -> later)
                .ifPresent(version -> confirm(id, version, dice < 12, dice > 8));
        supports.runningPeriod(id).ifPresent(period -> {
            if (dice < 25) {
                answer("check-in-client", id, period, feeling(random));
            }
            if (dice > 10) {
                answer("check-in-volunteer", id, period, feeling(random));
            }
        });
        return true;
    }

    private void confirm(UUID id, Agreements.Version version, boolean client, boolean volunteer) {
        if (client && version.byClient() == null) {
            answer("agreement-client", id, version.id(), Map.of("confirm", "yes"));
        }
        if (volunteer && version.byVolunteer() == null) {
            answer("agreement-volunteer", id, version.id(), Map.of("confirm", "yes"));
        }
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

    private void answer(String purpose, UUID caseId, UUID subject, Map<String, String> fields) {
        pages.get(purpose).answer(new LinkPage.Opened(caseId, purpose, subject, Locale.forLanguageTag("fi")), fields);
    }
}
