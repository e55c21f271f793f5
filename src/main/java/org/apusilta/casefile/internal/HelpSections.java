package org.apusilta.casefile.internal;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apusilta.casefile.CaseFile.Candidate;
import org.apusilta.casefile.CaseFile.CheckIn;
import org.apusilta.casefile.CaseFile.Offer;
import org.apusilta.casefile.CaseFile.Person;
import org.apusilta.casefile.CaseFile.Reason;
import org.apusilta.casefile.CaseFile.Row;
import org.apusilta.casefile.CaseFile.Support;
import org.apusilta.matching.Matching;
import org.apusilta.relationship.Supports;
import org.apusilta.request.RequestStatus;
import org.apusilta.security.Access;
import org.apusilta.security.Role;
import org.apusilta.volunteer.Volunteers;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The sections that say who could help, who was asked and how it goes. */
@Component
class HelpSections {

    private static final int BEST = 10;
    private static final double POINT = 1000.0;
    private static final Set<RequestStatus> LOOKING = Set.of(RequestStatus.MATCHING, RequestStatus.OFFERED);

    private final Matching matching;
    private final Supports supports;
    private final Volunteers volunteers;
    private final HappeningsSection happenings;
    private final CaseNames names;
    private final Access access;

    HelpSections(Matching matching, Supports supports, Volunteers volunteers, HappeningsSection happenings, CaseNames names, Access access) {
        this.matching = matching;
        this.supports = supports;
        this.volunteers = volunteers;
        this.happenings = happenings;
        this.names = names;
        this.access = access;
    }

    /** Shown while a volunteer is looked for; before and after it is nobody's business who else could help. */
    List<Candidate> candidates(UUID caseId, RequestStatus status, Wording words) {
        if (!LOOKING.contains(status)) {
            return List.of();
        }
        return matching.candidates(caseId, BEST, words.reader()).stream()
                .map(c -> new Candidate(c.volunteerId(), c.name(), c.score() / POINT, c.reasons().stream()
                        .map(r -> new Reason(r.sentence(), r.points() / POINT, r.outOf() / POINT, r.change())).toList()))
                .toList();
    }

    List<Offer> offers(UUID caseId, Wording words) {
        return matching.offers(caseId).stream()
                .map(o -> new Offer(o.volunteerName(), o.state().name(), words.of("offer." + o.state()), o.madeAt(), o.expiresAt(), o.answeredAt(),
                        clientSaid(o, words)))
                .toList();
    }

    private @Nullable String clientSaid(Matching.Offer offer, Wording words) {
        var said = offer.client();
        if (said == null) {
            return offer.state() == Matching.OfferState.ACCEPTED ? words.of("offer.client.waiting") : null;
        }
        var how = said.means() == null ? words.day(said.at()) : words.of("means." + said.means()) + " " + words.day(said.at());
        return words.of("offer.client." + (said.yes() ? "YES" : "NO"), said.recordedBy() == null ? how : how + " (" + names.staff(said.recordedBy()) + ")");
    }

    @Nullable Person volunteer(UUID caseId, Wording words) {
        return matching.matched(caseId).or(() -> supports.of(caseId).map(Supports.Support::volunteerId))
                .flatMap(volunteers::contact)
                .map(v -> new Person(words.of("role.VOLUNTEER"), v.name(), v.phone(), v.email(),
                        List.of(new Row(words.of("label.writtenTo"), words.language(v.language())))))
                .orElse(null);
    }

    @Nullable Support support(UUID caseId, Wording words) {
        return supports.of(caseId).map(s -> new Support(names.volunteer(s.volunteerId()), s.startedAt(), s.period(), s.endedAt(),
                supports.checkIns(caseId).stream()
                        .map(c -> new CheckIn(words.of("role." + c.side()), c.period(), c.wellbeing(), c.concern(), c.note(), c.at()))
                        .toList(),
                happenings.of(caseId, words), s.endedAt() == null && access.role() != Role.ADMIN ? "/support/" + caseId : null,
                supports.nextAsked(caseId).map(at -> words.of("support.nextAsked", words.day(at))).orElse(null))).orElse(null);
    }
}
