package org.apusilta.agreement.internal;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apusilta.agreement.Agreements;
import org.apusilta.request.CaseReleased;
import org.apusilta.request.HelpRequests;
import org.apusilta.volunteer.Volunteers;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What can happen to an agreement. Called by the process's steps and by the pages behind the links. */
@Service
@Transactional
public class Agreeing implements Agreements {

    private final AgreementVersions versions;
    private final Drafting drafting;
    private final HelpRequests requests;
    private final AgreementLetters letters;
    private final Confirmations confirmations;
    private final KeptReviews reviews;
    private final Volunteers volunteers;
    private final Clock clock;

    Agreeing(AgreementVersions versions, Drafting drafting, @Lazy HelpRequests requests, AgreementLetters letters,
            @Lazy Confirmations confirmations, KeptReviews reviews, Volunteers volunteers, Clock clock) {
        this.versions = versions;
        this.drafting = drafting;
        this.requests = requests;
        this.letters = letters;
        this.confirmations = confirmations;
        this.reviews = reviews;
        this.volunteers = volunteers;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Version> of(UUID caseId) {
        return versions.findByCaseIdOrderByNumber(caseId).stream().map(AgreementVersion::view).toList();
    }

    /**
     * Drafts the next version; one that is still being made for the case ends. While the agreement with this volunteer holds, its
     * own words are what is changed; one with somebody else holds no longer. @param instanceId the process that will wait
     */
    public void draft(UUID caseId, UUID volunteerId, String instanceId) {
        var old = versions.lockHolding(caseId).filter(holding -> holding.volunteerId().equals(volunteerId));
        if (old.isPresent()) {
            versions.lockOpen(caseId).ifPresent(version -> version.end(clock.instant()));
            versions.flush();
        } else {
            end(caseId);
        }
        var language = Locale.forLanguageTag(old.map(AgreementVersion::language).orElseGet(() -> written(requests.client(caseId).language())));
        var parts = old.map(AgreementVersion::parts).orElseGet(() -> drafting.draft(requests.facts(caseId), language));
        var number = versions.findByCaseIdOrderByNumber(caseId).size() + 1;
        versions.saveAndFlush(AgreementVersion.draft(caseId, number, volunteerId, language.getLanguage(), parts, instanceId, clock.instant()));
    }

    /** @return the process instance that makes a new version just now */
    @Transactional(readOnly = true)
    public Optional<String> madeBy(UUID caseId) {
        return versions.findByCaseIdOrderByNumber(caseId).stream().filter(v -> v.view().sealedAt() == null && v.view().endedAt() == null)
                .map(AgreementVersion::instanceId).filter(java.util.Objects::nonNull).findFirst();
    }

    /** As our messages are: whoever is at home in another language is written to in Finnish. */
    private static String written(String language) {
        return Set.of("fi", "sv", "en").contains(language) ? language : "fi";
    }

    /** @return the volunteer with whom an agreement holds */
    @Transactional(readOnly = true)
    public Optional<UUID> holdsWith(UUID caseId) {
        return versions.findByCaseIdOrderByNumber(caseId).stream().map(AgreementVersion::view)
                .filter(v -> v.sealedAt() != null && v.endedAt() == null).map(Version::volunteerId).findFirst();
    }

    /** Fixes the words, with what the coordinator wrote instead of the draft's, and asks both to confirm. */
    public void ask(UUID caseId, @Nullable String task, @Nullable String help, @Nullable String excluded) {
        var version = open(caseId);
        var draft = version.parts();
        version.ask(new Parts(or(task, draft.task()), or(help, draft.help()), or(excluded, draft.excluded())), clock.instant());
        List.of(Side.values()).forEach(side -> letters.ask(version.view(), side));
    }

    /** Reminds whoever has not confirmed yet. */
    public void remind(UUID caseId) {
        var version = open(caseId);
        List.of(Side.values()).stream().filter(side -> !version.confirmed(side)).forEach(side -> letters.remind(version.view(), side));
    }

    /** Records what was said by phone or signed on paper. @return whether both have confirmed now */
    public boolean record(UUID caseId, Map<Side, Means> given, @Nullable String recordedBy) {
        var version = versions.lockOpen(caseId).or(() -> versions.lockHolding(caseId)).orElseThrow();
        given.forEach((side, means) -> version.confirm(side, means, recordedBy, clock.instant()));
        return version.confirmedByBoth();
    }

    /** One side confirms by link. The second to do so lets the process go on. Late and double clicks change nothing. */
    public void confirmByLink(UUID versionId, Side side) {
        versions.lock(versionId).ifPresent(version -> {
            if (version.confirm(side, Means.LINK, null, clock.instant()) && version.confirmedByBoth()) {
                confirmations.bothConfirmed(version.instanceId());
            }
        });
    }

    /**
     * @return what the volunteer of the version being made lacks today for this help; they cannot lose it before the caller's transaction ends.
     *     Nothing while an agreement with them holds already: that they serve is decided, and a change of words is no new match
     */
    public List<String> lacks(UUID caseId) {
        var volunteer = open(caseId).volunteerId();
        return holdsWith(caseId).filter(volunteer::equals).isPresent() ? List.of() : volunteers.lacks(volunteer, requests.facts(caseId).kinds());
    }

    /** From now on it holds, what held before ends, and the day to go through it again is set. */
    public void seal(UUID caseId) {
        versions.lockHolding(caseId).ifPresent(before -> before.end(clock.instant()));
        versions.flush();
        var version = open(caseId);
        version.seal(clock.instant());
        versions.flush();
        reviews.sealed(version.id());
    }

    /** The version being made is dropped and its links taken back; what holds goes on holding. Idempotent. */
    public void drop(UUID caseId) {
        versions.lockOpen(caseId).ifPresent(version -> version.end(clock.instant()));
        versions.flush();
        letters.takeBack(caseId);
    }

    /** Nothing holds any longer, nothing is being made; open links are taken back. Idempotent. */
    public void end(UUID caseId) {
        versions.lockHolding(caseId).ifPresent(version -> version.end(clock.instant()));
        drop(caseId);
    }

    /** What a page or the PDF shows of one version. @param sealed whether it holds or held */
    public record Shown(Version version, String language, boolean sealed) {}

    /** @return the version with this id */
    @Transactional(readOnly = true)
    public Optional<Shown> version(UUID id) {
        return versions.findById(id).map(Agreeing::shown);
    }

    /** @return the newest version of this case */
    @Transactional(readOnly = true)
    public Optional<Shown> newest(UUID caseId) {
        var all = new ArrayList<>(versions.findByCaseIdOrderByNumber(caseId));
        return all.isEmpty() ? Optional.empty() : Optional.of(shown(all.get(all.size() - 1)));
    }

    /** @return the version of this case with this number */
    @Transactional(readOnly = true)
    public Optional<Shown> version(UUID caseId, int number) {
        return versions.findByCaseIdOrderByNumber(caseId).stream().map(Agreeing::shown).filter(shown -> shown.version().number() == number).findFirst();
    }

    @EventListener
    void letGo(CaseReleased released) {
        end(released.caseId());
    }

    private AgreementVersion open(UUID caseId) {
        return versions.lockOpen(caseId).orElseThrow(() -> new IllegalStateException("No open agreement in case " + caseId));
    }

    private static Shown shown(AgreementVersion version) {
        return new Shown(version.view(), version.language(), version.sealed());
    }

    private static String or(@Nullable String written, String draft) {
        return written == null || written.isBlank() ? draft : written.strip();
    }
}
