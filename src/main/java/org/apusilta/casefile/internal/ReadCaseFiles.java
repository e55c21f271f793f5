package org.apusilta.casefile.internal;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.apusilta.engine.Typed;
import org.apusilta.casefile.CaseFile;
import org.apusilta.casefile.CaseFiles;
import org.apusilta.casefile.TimelineEntry;
import org.apusilta.matching.Waiting;
import org.apusilta.request.CaseFacts;
import org.apusilta.request.HelpRequests;
import org.apusilta.request.People;
import org.apusilta.request.RequestStatus;
import org.apusilta.security.Access;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts the sections together, after the door has let the reader in. */
@Service
class ReadCaseFiles implements CaseFiles {

    private static final Set<RequestStatus> FOUND = Set.of(RequestStatus.MEETING, RequestStatus.AGREEMENT, RequestStatus.ACTIVE);

    private final CaseDoor door;
    private final HelpRequests requests;
    private final AskedSections asked;
    private final BorderSection borders;
    private final HelpSections help;
    private final AgreementSection agreements;
    private final HandOffSection handOffs;
    private final WaitingSection waiting;
    private final MeetingSection meetings;
    private final CaseLetters letters;
    private final CaseNotes notes;
    private final CaseNames names;
    private final CaseTimeline timeline;
    private final Access access;
    private final MessageSource texts;
    private final Clock clock;

    ReadCaseFiles(CaseDoor door, HelpRequests requests, AskedSections asked, BorderSection borders, HelpSections help, AgreementSection agreements, HandOffSection handOffs, WaitingSection waiting, MeetingSection meetings, CaseLetters letters, CaseNotes notes,
            CaseNames names, CaseTimeline timeline, Access access, MessageSource texts, Clock clock) {
        this.door = door;
        this.requests = requests;
        this.asked = asked;
        this.borders = borders;
        this.help = help;
        this.agreements = agreements;
        this.handOffs = handOffs;
        this.waiting = waiting;
        this.meetings = meetings;
        this.letters = letters;
        this.notes = notes;
        this.names = names;
        this.timeline = timeline;
        this.access = access;
        this.texts = texts;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public CaseFile of(UUID caseId, Locale reader) {
        var facts = door.open(caseId);
        var words = new Wording(texts, reader);
        var status = requests.status(caseId);
        return new CaseFile(caseId, facts.reference(), status.name(), words.of("status." + (withPartner(facts, status) ? "WITH_PARTNER" : status)), facts.receivedAt(),
                waited(facts, status), previous(facts), requests.closingLine(caseId, reader).orElse(null), facts.outcome() == null,
                asked.client(facts, words), asked.requester(facts, words), asked.asked(facts, words), asked.kinds(facts, words), borders.rows(caseId, words),
                asked.care(facts, words), asked.practical(facts, FOUND.contains(status), words), asked.questions(facts, words), help.candidates(caseId, status, words), help.offers(caseId, words),
                waiting.rows(caseId, words), Stream.concat(handOffs.of(caseId, words).stream(), waiting.networks(caseId, words).stream()).toList(), meetings.of(caseId, words), meetings.openings(caseId, words),
                help.volunteer(caseId, words), agreements.of(caseId, words), help.support(caseId, words),
                letters.of(caseId, words), notes(caseId));
    }

    @Override
    @Transactional(readOnly = true)
    public List<TimelineEntry> timeline(UUID caseId, Locale reader) {
        return timeline.of(door.open(caseId), new Wording(texts, reader));
    }

    @Override
    @Transactional
    public UUID note(UUID caseId, String text) {
        door.open(caseId);
        return notes.add(caseId, CaseNotes.About.NOTE, checked(text), access.username());
    }

    @Override
    @Transactional
    public void told(UUID caseId, UUID message) {
        door.open(caseId);
        letters.told(caseId, message, access.username());
    }

    @Override
    @Transactional
    public boolean answered(UUID caseId, String text, People.Means means) {
        door.open(caseId);
        return requests.answered(caseId, checked(text), means, access.username());
    }

    @Override
    @Transactional
    public boolean waits(UUID caseId, Waiting.Answer answer, String words) {
        door.open(caseId);
        var clean = Typed.clean(words, true);
        return waiting.heard(caseId, answer, clean.isEmpty() ? null : checked(words), access.username());
    }

    @Override
    @Transactional(readOnly = true)
    public boolean awaitsWaiting(UUID caseId) {
        door.open(caseId);
        return waiting.awaited(caseId);
    }

    @Override
    @Transactional
    public void withdraw(UUID caseId, String reason) {
        var facts = door.open(caseId);
        var why = checked(reason);
        if (facts.outcome() == null) {
            notes.add(caseId, CaseNotes.About.WITHDRAWAL, why, access.username());
            requests.withdraw(caseId, HelpRequests.Who.COORDINATOR);
        }
    }

    private List<CaseFile.Note> notes(UUID caseId) {
        return notes.of(caseId).stream().map(n -> new CaseFile.Note(names.staff(n.author()), n.writtenAt(), n.text())).toList();
    }

    /** Elsewhere, but still ours until help has arrived. */
    private static boolean withPartner(CaseFacts facts, RequestStatus status) {
        return status == RequestStatus.ELSEWHERE && facts.outcome() == null;
    }

    /** A support that runs waits for nothing. */
    private @Nullable Long waited(CaseFacts facts, RequestStatus status) {
        return facts.outcome() == null && status != RequestStatus.ACTIVE ? Duration.between(facts.receivedAt(), clock.instant()).toDays() : null;
    }

    private @Nullable String previous(CaseFacts facts) {
        return facts.previousId() == null ? null : requests.find(facts.previousId()).map(CaseFacts::reference).orElse(null);
    }

    private static String checked(String text) {
        var clean = Typed.clean(text, true);
        if (clean.isEmpty() || clean.length() > LONGEST || clean.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("a note has 1 to " + LONGEST + " characters");
        }
        return clean;
    }
}
