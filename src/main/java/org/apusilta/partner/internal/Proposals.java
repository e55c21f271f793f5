package org.apusilta.partner.internal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.apusilta.catalogue.Catalogue;
import org.apusilta.partner.HandOffs;
import org.apusilta.partner.Partner;
import org.apusilta.partner.Partners;
import org.apusilta.request.CaseFacts;
import org.apusilta.request.HelpRequests;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Which partners could take a request, the best first, each with its reasons. Rules propose; a person picks. */
@Component
public class Proposals {

    /** So many are put before the coordinator. */
    private static final int SHOWN = 8;

    /** A partner that could take it. @param points only to sort by @param reasons short, in the reader's words */
    public record Proposal(Partner partner, int points, List<String> reasons) {}

    private final Partners partners;
    private final HandOffs handOffs;
    private final HelpRequests requests;
    private final Catalogue catalogue;
    private final HandOffWords words;
    private final MessageSource texts;

    Proposals(Partners partners, HandOffs handOffs, HelpRequests requests, Catalogue catalogue, HandOffWords words, MessageSource texts) {
        this.partners = partners;
        this.handOffs = handOffs;
        this.requests = requests;
        this.catalogue = catalogue;
        this.words = words;
        this.texts = texts;
    }

    /** @param type which kind of partner DMN partnerRouting would look at first @param reach NEAR or WHOLE_CITY */
    public List<Proposal> of(UUID caseId, String type, String reach, Locale reader) {
        var facts = requests.facts(caseId);
        return partners.all().stream().filter(one -> one.active() && !one.contacts().isEmpty() && !Collections.disjoint(one.kinds(), facts.kinds()))
                .map(one -> weighed(one, facts, type, reach, reader))
                .sorted(Comparator.comparingInt(Proposal::points).reversed().thenComparing(one -> one.partner().name())).limit(SHOWN).toList();
    }

    private Proposal weighed(Partner one, CaseFacts facts, String type, String reach, Locale reader) {
        var scale = new Scale(reader);
        var taken = facts.kinds().stream().filter(one.kinds()::contains).map(code -> catalogue.kind(code).orElseThrow()).toList();
        boolean all = taken.size() == facts.kinds().size();
        scale.add(all ? 40 : 15, all ? "kinds" : "kinds.some", HandOffWords.names(taken, reader));
        var area = catalogue.district(facts.district()).orElseThrow().majorName().in(reader);
        boolean near = one.areas().contains(facts.major());
        scale.add(near ? 25 : one.wholeCity() ? 20 : -40, near ? "near" : one.wholeCity() ? "wholeCity" : "elsewhere", area);
        var spoken = words.spoken(facts.id()).stream().filter(one.languages()::contains).toList();
        scale.add(spoken.isEmpty() ? -15 : 20, spoken.isEmpty() ? "noLanguage" : "language",
                HandOffWords.languages(spoken.isEmpty() ? words.spoken(facts.id()) : spoken, reader));
        if (one.type().name().equals(type)) {
            scale.add(15, "type");
        }
        scale.points += ("NEAR".equals(reach) ? near : one.wholeCity()) ? 10 : 0;
        past(one, facts, scale);
        return new Proposal(one, scale.points, scale.reasons);
    }

    private void past(Partner one, CaseFacts facts, Scale scale) {
        if (handOffs.of(facts.id()).stream().anyMatch(before -> one.id().equals(before.partner()) && before.askedAt() != null)) {
            scale.add(-100, "askedBefore");
        }
        handOffs.counts().stream().filter(count -> count.partner().equals(one.name())).findFirst().ifPresent(count ->
                scale.add(10 * count.arrived() / count.asked() - 10 * count.silent() / count.asked(), "past", count.accepted(), count.asked()));
    }

    /** Points and words of one partner. */
    private final class Scale {

        private final List<String> reasons = new ArrayList<>();
        private final Locale reader;
        private int points;

        Scale(Locale reader) {
            this.reader = reader;
        }

        void add(int more, String key, Object... values) {
            points += more;
            reasons.add(texts.getMessage("partner.why." + key, values, reader));
        }
    }
}
