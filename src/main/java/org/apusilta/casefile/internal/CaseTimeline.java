package org.apusilta.casefile.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.apusilta.agreement.Agreements;
import org.apusilta.casefile.TimelineEntry;
import org.apusilta.engine.CaseSteps;
import org.apusilta.engine.Words;
import org.apusilta.matching.Matching;
import org.apusilta.operations.Incidents;
import org.apusilta.relationship.Supports;
import org.apusilta.request.AskedBy;
import org.apusilta.request.CaseFacts;
import org.apusilta.request.HelpRequests;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What happened in a case, told in plain words from what each module remembers. Nothing is stored for it beside the decisions. */
@Component
class CaseTimeline {

    /** Words and the decision they belong to are written in one transaction, a moment apart. */
    private static final Duration SAME_MOMENT = Duration.ofSeconds(30);

    private final HelpRequests requests;
    private final CaseSteps steps;
    private final Words words;
    private final Matching matching;
    private final Agreements agreements;
    private final Supports supports;
    private final HappeningsSection happenings;
    private final HandOffSection handOffs;
    private final CaseLetters letters;
    private final CaseNotes notes;
    private final CaseDecisions decisions;
    private final CaseNames names;
    private final BorderSection borders;
    private final CaseBesides besides;
    private final Incidents incidents;
    private final TurnsSection turns;

    CaseTimeline(HelpRequests requests, CaseSteps steps, Words words, Matching matching, Agreements agreements, Supports supports, HappeningsSection happenings, HandOffSection handOffs,
            CaseLetters letters, CaseNotes notes, CaseDecisions decisions, CaseNames names, BorderSection borders, CaseBesides besides,
            Incidents incidents, TurnsSection turns) {
        this.requests = requests;
        this.steps = steps;
        this.words = words;
        this.matching = matching;
        this.agreements = agreements;
        this.supports = supports;
        this.happenings = happenings;
        this.handOffs = handOffs;
        this.letters = letters;
        this.notes = notes;
        this.decisions = decisions;
        this.names = names;
        this.borders = borders;
        this.besides = besides;
        this.incidents = incidents;
        this.turns = turns;
    }

    List<TimelineEntry> of(CaseFacts facts, Wording w) {
        var id = facts.id();
        return Stream.of(Stream.of(received(facts, w)), decided(id, w), borders.told(id, w), answered(id, w), ended(id, w), sent(id, w), offered(id, w), handOffs.told(id, w), agreed(id, w),
                        supported(id, w), noted(id, w), failed(id, w), waiting(id, w), besides.of(id, w), turns.told(id, w))
                .flatMap(s -> s).sorted(Comparator.comparing(TimelineEntry::at)).toList();
    }

    private TimelineEntry received(CaseFacts facts, Wording w) {
        var who = facts.askedBy() == AskedBy.SELF ? requests.client(facts.id()).name() : requests.requester(facts.id()).name();
        return entry(facts.receivedAt(), "REQUEST", w.of("told.received", w.of("askedBy." + facts.askedBy())), who);
    }

    private Stream<TimelineEntry> decided(UUID id, Wording w) {
        var written = new ArrayList<>(words.of(id).stream().filter(x -> !x.field().startsWith("border")).toList());
        var entries = new ArrayList<TimelineEntry>();
        for (var d : decisions.of(id)) {
            var own = written.stream().filter(x -> x.taskKey().equals(d.step())
                    && Duration.between(x.writtenAt(), d.at()).abs().compareTo(SAME_MOMENT) < 0).toList();
            written.removeAll(own);
            entries.add(new TimelineEntry(d.at(), "DECISION", decision(d, w), names.staff(d.by()), own.stream().map(x -> worded(x, w)).toList()));
        }
        // what was written at a step whose decision is not on record, such as one made before this module was there
        written.forEach(x -> entries.add(new TimelineEntry(x.writtenAt(), "NOTE", w.of("step." + x.taskKey()), names.staff(x.author()),
                List.of(worded(x, w)))));
        return entries.stream();
    }

    private String decision(CaseDecisions.Decision d, Wording w) {
        if (d.step().equals("chooseVolunteer") && d.outcome() != null && d.outcome().length() == 36) {
            return w.of("decided.chooseVolunteer.ASK", names.volunteer(UUID.fromString(d.outcome())));
        }
        if (d.step().equals("arrangeFirstMeeting") && d.outcome() != null) {
            return w.of("decided.arrangeFirstMeeting.ON", w.day(java.time.LocalDate.parse(d.outcome())));
        }
        return w.orElse("decided." + d.step() + "." + d.outcome(), w.of("decided", w.of("step." + d.step())));
    }

    private static String worded(Words.Word x, Wording w) {
        return w.orElse("field." + x.field(), x.field()) + ": " + x.text();
    }

    private Stream<TimelineEntry> answered(UUID id, Wording w) {
        return requests.questions(id).stream().filter(q -> q.answeredAt() != null)
                .map(q -> new TimelineEntry(q.answeredAt(), "ANSWER", w.of("told.answered"), names.staff(q.recordedBy()), q.answer() == null ? List.of() : List.of(q.answer())));
    }

    private Stream<TimelineEntry> ended(UUID id, Wording w) {
        return steps.of(id).stream().filter(s -> s.type().endsWith("EndEvent") && w.has("end." + s.step()))
                .map(s -> entry(s.enteredAt(), "END", w.of("end." + s.step()), null));
    }

    /** Where it stands now; steps left already show as what was decided or answered. */
    private Stream<TimelineEntry> waiting(UUID id, Wording w) {
        return steps.of(id).stream().filter(s -> s.leftAt() == null && !s.type().equals("callActivity"))
                .map(s -> entry(s.enteredAt(), "WAIT", w.of("told.waiting", w.orElse("step." + s.step(), s.step())), null));
    }

    private Stream<TimelineEntry> sent(UUID id, Wording w) {
        return letters.of(id, w).stream().flatMap(m -> {
            var written = entry(m.writtenAt(), "MESSAGE", w.of("told.message", m.channel(), m.to(), m.subject()), null);
            return m.toldAt() == null ? Stream.of(written)
                    : Stream.of(written, entry(m.toldAt(), "MESSAGE", w.of("told.told", m.to(), m.subject()), m.toldBy()));
        });
    }

    private Stream<TimelineEntry> offered(UUID id, Wording w) {
        return matching.offers(id).stream().flatMap(o -> {
            var told = new ArrayList<TimelineEntry>();
            told.add(entry(o.madeAt(), "OFFER", w.of("told.offer", o.volunteerName()), null));
            if (o.answeredAt() != null && o.state() != Matching.OfferState.OPEN) {
                var state = o.client() == null ? o.state() : Matching.OfferState.ACCEPTED;
                told.add(entry(o.answeredAt(), "OFFER", w.of("told.offer." + state, o.volunteerName()), null));
            }
            if (o.client() != null) {
                told.add(entry(o.client().at(), "OFFER", w.of("told.client." + (o.client().yes() ? "YES" : "NO"), o.volunteerName()),
                        names.staff(o.client().recordedBy())));
            }
            return told.stream();
        });
    }

    private Stream<TimelineEntry> agreed(UUID id, Wording w) {
        return agreements.of(id).stream().flatMap(v -> Stream.of(
                        entry(v.draftedAt(), "AGREEMENT", w.of("told.agreement", v.number()), null),
                        confirmed(v, v.byClient(), "CLIENT", w), confirmed(v, v.byVolunteer(), "VOLUNTEER", w))
                .filter(java.util.Objects::nonNull));
    }

    private @Nullable TimelineEntry confirmed(Agreements.Version v, Agreements.@Nullable Confirmation given, String side, Wording w) {
        return given == null ? null : entry(given.at(), "AGREEMENT",
                w.of("told.confirmed." + side, v.number(), w.of("means." + given.means())), names.staff(given.recordedBy()));
    }

    private Stream<TimelineEntry> supported(UUID id, Wording w) {
        var answers = supports.checkIns(id).stream().map(c -> new TimelineEntry(c.at(), "CHECK_IN",
                w.of(c.concern() ? "told.checkIn.concern" : "told.checkIn", w.of("role." + c.side()), c.wellbeing()), null,
                c.note() == null ? List.of() : List.of(c.note())));
        return Stream.of(answers, happenings.told(id, w), supports.of(id).stream()
                .map(s -> entry(s.startedAt(), "SUPPORT", w.of("told.support", names.volunteer(s.volunteerId())), null))).flatMap(s -> s);
    }

    private Stream<TimelineEntry> noted(UUID id, Wording w) {
        return notes.of(id).stream().map(n -> new TimelineEntry(n.writtenAt(), "NOTE", w.of("told.note." + n.about()), names.staff(n.author()),
                List.of(n.text())));
    }

    private Stream<TimelineEntry> failed(UUID id, Wording w) {
        return incidents.of(id).stream().flatMap(fault -> fault.solvedAt() == null
                ? Stream.of(entry(fault.reportedAt(), "FAULT", w.of("told.incident"), null))
                : Stream.of(entry(fault.reportedAt(), "FAULT", w.of("told.incident"), null), entry(fault.solvedAt(), "FAULT", w.of("told.incident.solved"), null)));
    }

    private static TimelineEntry entry(Instant at, String type, String text, @Nullable String who) {
        return new TimelineEntry(at, type, text, who, List.of());
    }
}
