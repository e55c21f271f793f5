package org.apusilta.demo.process;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apusilta.agreement.Agreements;
import org.apusilta.matching.Matching;
import org.apusilta.matching.Waiting;
import org.apusilta.messaging.LinkPage;
import org.apusilta.partner.HandOffs;
import org.apusilta.partner.NetworkAsks;
import org.apusilta.relationship.Supports;
import org.apusilta.request.HelpRequests;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the demo's volunteers and clients answer on their links' pages, through the same code the pages use. */
@Component
@Profile({"demo", "test"})
class Answers {

    private final JdbcClient database;
    private final Matching matching;
    private final Agreements agreements;
    private final Supports supports;
    private final HandOffs handOffs;
    private final HelpRequests requests;
    private final Waiting waits;
    private final NetworkAsks networks;
    private final Map<String, LinkPage> pages;
    private final AtOneGo atOneGo;
    private final Clock clock;

    Answers(JdbcClient database, Matching matching, Agreements agreements, Supports supports, HandOffs handOffs, HelpRequests requests, Waiting waits, NetworkAsks networks, List<LinkPage> pages,
            AtOneGo atOneGo, Clock clock) {
        this.database = database;
        this.matching = matching;
        this.agreements = agreements;
        this.supports = supports;
        this.handOffs = handOffs;
        this.requests = requests;
        this.waits = waits;
        this.networks = networks;
        this.atOneGo = atOneGo;
        this.clock = clock;
        this.pages = pages.stream().collect(Collectors.toMap(LinkPage::purpose, Function.identity()));
    }

    /**
     * Each of those who are asked answers today or thinks on; some never do.
     *
     * @return their answers, to be given
     */
    List<Hands.Step> ofToday(Random random) {
        var waiting = waiting();
        var work = new ArrayList<Hands.Step>();
        waiting.getOrDefault("OfferAnswered", List.of()).forEach(id -> {
            int dice = random.nextInt(100);
            if (dice < 45) {
                work.add(step(id, () -> matching.offers(id).stream().filter(o -> o.state() == Matching.OfferState.OPEN).findFirst()
                        .ifPresent(offer -> answer("offer", id, offer.id(), Map.of("answer", dice < 33 ? "yes" : "no")))));
            }
        });
        waiting.getOrDefault("PartnerAnswered", List.of()).forEach(id -> {
            int dice = random.nextInt(100);
            if (dice < 30) {
                work.add(step(id, () -> lastHandOff(id).ifPresent(one -> answer("partner-hand-off", id, one,
                        dice < 21 ? Map.of("answer", "yes") : Map.of("answer", "no", "reason", "Meillä ei ole juuri nyt vapaita auttajia tällä alueella.")))));
            }
        });
        waiting.getOrDefault("HelpArrivalAnswered", List.of()).forEach(id -> {
            int dice = random.nextInt(100);
            if (dice < 35) {
                work.add(step(id, () -> lastHandOff(id).ifPresent(one -> answer("help-arrived", id, one, Map.of("answer", dice < 30 ? "yes" : "no")))));
            }
        });
        waiting.getOrDefault("ClientAnswered", List.of()).forEach(id -> {
            int dice = random.nextInt(100);
            if (dice < 25) {
                work.add(step(id, () -> matching.offers(id).stream().filter(o -> o.state() == Matching.OfferState.ACCEPTED && o.client() == null).findFirst()
                        .ifPresent(offer -> answer("client-offer", id, offer.id(), Map.of("answer", dice < 23 ? "yes" : "no")))));
            }
        });
        waiting.getOrDefault("StillWantedAnswered", List.of()).forEach(id -> {
            int dice = random.nextInt(100);
            if (dice < 30) {
                work.add(step(id, () -> waits.heard(id, dice < 24 ? Waiting.Answer.STILL_WANTED : dice < 29 ? Waiting.Answer.INTERIM : Waiting.Answer.NOT_WANTED, null, "coordinator")));
            }
        });
        waiting.getOrDefault("NetworkAnswered", List.of()).forEach(id -> {
            int dice = random.nextInt(100);
            if (dice < 40) {
                work.add(step(id, () -> network(id, dice < 12)));
            }
        });
        waiting.getOrDefault("AgreementConfirmed", List.of()).forEach(id -> {
            boolean client = random.nextInt(100) < 12;
            boolean volunteer = random.nextInt(100) < 40;
            if (client || volunteer) {
                work.add(step(id, () -> confirm(id, client, volunteer)));
            }
        });
        waiting.getOrDefault("CheckInsAnswered", List.of()).forEach(id -> {
            var client = random.nextInt(100) < 25 ? feeling(random) : null;
            var volunteer = random.nextInt(100) < 45 ? feeling(random) : null;
            if (client != null || volunteer != null) {
                work.add(step(id, () -> supports.runningPeriod(id).ifPresent(period -> {
                    if (client != null) {
                        answer("check-in-client", id, period, client);
                    }
                    if (volunteer != null) {
                        answer("check-in-volunteer", id, period, volunteer);
                    }
                })));
            }
        });
        waiting.getOrDefault("SupportPaused", List.of()).forEach(id -> {
            int dice = random.nextInt(3000);
            if (dice < 6) {
                work.add(step(id, () -> tellUs(id, dice < 3 ? "client" : "volunteer", Map.of("what", "pause", "reason", dice % 2 == 0 ? "HOLIDAY" : "HOSPITAL",
                        "until", LocalDate.now(clock).plusDays(10 + 5L * dice).toString()))));
            } else if (dice < 9) {
                work.add(step(id, () -> tellUs(id, dice == 6 ? "client" : "volunteer", Map.of("what", "concern", "about", dice == 7 ? "HEALTH" : "TASKS", "urgent", "no",
                        "words", "Haluaisin jutella tästä."))));
            }
        });
        waiting.getOrDefault("VisitLogged", List.of()).forEach(id -> {
            int dice = random.nextInt(100);
            if (dice < 30) {
                var said = Map.of("answer", dice < 26 ? "DONE" : "NOT_DONE", "minutes", String.valueOf(60 + 15 * (dice % 5)), "medium", dice % 4 == 0 ? "OUTING" : "IN_PERSON");
                work.add(step(id, () -> supports.happenings(id).visits().stream().filter(visit -> visit.answer() == null).findFirst().ifPresent(visit -> answer("visit-log", id, visit.id(), said))));
            }
        });
        waiting.getOrDefault("ViewsGiven", List.of()).forEach(id -> {
            boolean client = random.nextInt(100) < 30;
            boolean volunteer = random.nextInt(100) < 40;
            work.add(step(id, () -> supports.runningPeriod(id).ifPresent(period -> {
                if (client) {
                    answer("view-client", id, period, Map.of("wish", "CONTINUE"));
                }
                if (volunteer) {
                    answer("view-volunteer", id, period, Map.of("wish", "AGREEMENT"));
                }
            })));
        });
        return work;
    }

    private Hands.Step step(UUID id, Runnable answer) {
        return new Hands.Step(id.toString(), () -> atOneGo.run(answer));
    }

    private Optional<UUID> lastHandOff(UUID id) {
        return handOffs.of(id).stream().reduce((earlier, later) -> later).map(HandOffs.HandOff::id);
    }

    private void network(UUID id, boolean yes) {
        networks.of(id).stream().filter(ask -> ask.state() == NetworkAsks.State.OPEN).flatMap(ask -> ask.members().stream()).filter(member -> member.yes() == null)
                .findFirst().ifPresent(member -> answer("network-ask", id, member.id(), Map.of("answer", yes ? "yes" : "no")));
    }

    private void tellUs(UUID id, String side, Map<String, String> fields) {
        supports.of(id).ifPresent(support -> answer("tell-us-" + side, id, support.id(), fields));
    }

    private void confirm(UUID id, boolean client, boolean volunteer) {
        var versions = agreements.of(id);
        var version = versions.get(versions.size() - 1);
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

    /** @return the cases by the message they wait for, in a lasting order */
    private Map<String, List<UUID>> waiting() {
        return database.sql("""
                select s.event_name_, e.business_key_ from public.act_ru_event_subscr s join public.act_ru_execution e on e.id_ = s.proc_inst_id_
                where s.event_type_ = 'message' and e.business_key_ is not null""")
                .query((row, n) -> Map.entry(row.getString(1), UUID.fromString(row.getString(2)))).list().stream().sorted(Map.Entry.comparingByValue())
                .collect(Collectors.groupingBy(Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private void answer(String purpose, UUID caseId, UUID subject, Map<String, String> fields) {
        pages.get(purpose).answer(new LinkPage.Opened(caseId, purpose, subject, Locale.forLanguageTag("fi")), fields);
    }
}
