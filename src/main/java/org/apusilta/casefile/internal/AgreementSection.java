package org.apusilta.casefile.internal;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.apusilta.agreement.AgreementChanges;
import org.apusilta.agreement.AgreementReviews;
import org.apusilta.agreement.Agreements;
import org.apusilta.agreement.Agreements.Confirmation;
import org.apusilta.agreement.Agreements.Means;
import org.apusilta.agreement.Agreements.Version;
import org.apusilta.agreement.SignedPapers;
import org.apusilta.agreement.SignedPapers.SignedBy;
import org.apusilta.casefile.CaseFile.Agreement;
import org.apusilta.casefile.CaseFile.SignedCopy;
import org.apusilta.casefile.TimelineEntry;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What was agreed: versions, who confirmed, signed copies, and when it is gone through again (R15). */
@Component
class AgreementSection {

    private final Agreements agreements;
    private final SignedPapers papers;
    private final AgreementReviews reviews;
    private final AgreementChanges changes;
    private final CaseNames names;

    AgreementSection(Agreements agreements, SignedPapers papers, AgreementReviews reviews, AgreementChanges changes, CaseNames names) {
        this.agreements = agreements;
        this.papers = papers;
        this.reviews = reviews;
        this.changes = changes;
        this.names = names;
    }

    /** The newest version has a PDF and the one that holds: those are the ones that count. */
    List<Agreement> of(UUID caseId, Wording w) {
        var versions = agreements.of(caseId);
        var copies = papers.of(caseId);
        return versions.stream().map(v -> {
            var own = copies.stream().filter(c -> c.version() == v.number()).toList();
            return new Agreement(v.number(), names.volunteer(v.volunteerId()), v.task(), v.help(), v.excluded(), v.draftedAt(),
                    confirmed(v.byClient(), w), confirmed(v.byVolunteer(), w), v.endedAt(),
                    v.number() == versions.size() || holds(v) ? "/api/cases/" + caseId + "/agreement.pdf?version=" + v.number() : null,
                    w.of("agreement.state." + state(v)), holds(v) ? review(caseId, w) : null, holds(v) && reviews.due(caseId),
                    v.askedAt() != null, missing(v, own) ? w.of("agreement.paper.missing") : null,
                    own.stream().map(c -> copy(caseId, c, w)).toList());
        }).toList();
    }

    /** Changes asked for, copies added and agreements gone through, for the timeline. */
    Stream<TimelineEntry> told(UUID caseId, Wording w) {
        return Stream.of(
                changes.of(caseId).stream().map(c -> new TimelineEntry(c.askedAt(), "AGREEMENT", w.of("told.agreementChange", w.of("agreement.change." + c.reason())),
                        names.staff(c.askedBy()), List.of(c.words()))),
                papers.of(caseId).stream().map(c -> new TimelineEntry(c.addedAt(), "DOCUMENT",
                        w.of("told.paper", c.version(), w.of("agreement.signedBy." + c.signedBy())), names.staff(c.author()), List.of())),
                reviews.of(caseId).stream().map(r -> new TimelineEntry(r.setAt(), "AGREEMENT",
                        w.of(r.reviewedBy() == null ? "told.review" : "told.reviewed", r.version(), w.day(r.dueOn())), names.staff(r.reviewedBy()), List.of())))
                .flatMap(s -> s);
    }

    private @Nullable String review(UUID caseId, Wording w) {
        return reviews.next(caseId).map(r -> w.of(reviews.due(caseId) ? "agreement.review.due" : "agreement.review", w.day(r.dueOn()))).orElse(null);
    }

    private SignedCopy copy(UUID caseId, SignedPapers.Copy c, Wording w) {
        return new SignedCopy(w.of("agreement.paper", w.of("agreement.signedBy." + c.signedBy()), w.day(c.addedAt())),
                "/cases/" + caseId + "/agreement/papers/" + c.id(), c.size(), c.opened(), names.staff(c.author()));
    }

    /** Somebody signed on paper, and no copy of that is here yet. */
    private static boolean missing(Version v, List<SignedPapers.Copy> copies) {
        return unseen(v.byClient(), SignedBy.CLIENT, copies) || unseen(v.byVolunteer(), SignedBy.VOLUNTEER, copies);
    }

    private static boolean unseen(@Nullable Confirmation given, SignedBy side, List<SignedPapers.Copy> copies) {
        return given != null && given.means() == Means.PAPER && copies.stream().noneMatch(c -> Set.of(side, SignedBy.BOTH).contains(c.signedBy()));
    }

    private static boolean holds(Version v) {
        return v.sealedAt() != null && v.endedAt() == null;
    }

    private static String state(Version v) {
        if (v.endedAt() != null) {
            return v.sealedAt() == null ? "DROPPED" : "ENDED";
        }
        return v.sealedAt() != null ? "HOLDS" : v.askedAt() != null ? "ASKED" : "DRAFT";
    }

    private @Nullable String confirmed(@Nullable Confirmation given, Wording w) {
        if (given == null) {
            return null;
        }
        var how = w.of("means." + given.means()) + " " + w.day(given.at());
        return given.recordedBy() == null ? how : how + " (" + names.staff(given.recordedBy()) + ")";
    }
}
