package org.apusilta.casefile.internal;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.apusilta.casefile.CaseFile.Happening;
import org.apusilta.casefile.TimelineEntry;
import org.apusilta.relationship.Supports;
import org.apusilta.relationship.Supports.Drift;
import org.apusilta.relationship.Supports.Visit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What happened while a support ran: visits, concerns, pauses, and how both saw it (R5, R24). */
@Component
class HappeningsSection {

    private final Supports supports;
    private final CaseNames names;

    HappeningsSection(Supports supports, CaseNames names) {
        this.supports = supports;
        this.names = names;
    }

    List<Happening> of(UUID caseId, Wording w) {
        return told(caseId, w).sorted(Comparator.comparing(TimelineEntry::at).reversed())
                .map(entry -> new Happening(entry.at(), entry.text(), entry.details())).toList();
    }

    Stream<TimelineEntry> told(UUID caseId, Wording w) {
        var all = supports.happenings(caseId);
        return Stream.of(all.visits().stream().flatMap(visit -> visited(visit, w)),
                all.worries().stream().flatMap(worry -> Stream.of(
                        entry(worry.at(), "CONCERN", w.of("told.worry", w.of("about." + (worry.about() == null ? "FOUND" : worry.about())), w.of("role." + worry.by())),
                                worry.recordedBy(), worry.words()),
                        entry(worry.settledAt(), "CONCERN", w.of("told.worry.settled"), null, null))),
                all.pauses().stream().flatMap(pause -> Stream.of(
                        entry(pause.beganAt(), "PAUSE", w.of(pause.waits() ? "told.pause.waits" : "told.pause", w.day(pause.pausedUntil())), pause.recordedBy(), null),
                        entry(pause.waits() ? null : pause.endedAt(), "PAUSE", w.of("told.pause.over"), null, null))),
                all.drifts().stream().flatMap(drift -> drifted(drift, w)),
                all.views().stream().map(view -> entry(view.givenAt(), "VIEW", w.of("told.view", w.of("role." + view.side()), w.of("wish." + view.wish())), null, view.words())))
                .flatMap(s -> s).filter(Objects::nonNull);
    }

    /** The words are the volunteer's: here, and nowhere outside this house. */
    private Stream<TimelineEntry> drifted(Drift drift, Wording w) {
        var piece = supports.piece(drift, w.reader());
        return Stream.of(entry(drift.seenAt(), "DRIFT", w.of(drift.marked() ? "told.drift" : "told.drift.spotted", piece, w.day(drift.visitOn())), null, drift.words()),
                drift.outcome() == null ? null : entry(drift.decidedAt(), "DRIFT", w.of("told.drift." + drift.outcome(), piece), drift.decidedBy(), null));
    }

    private Stream<TimelineEntry> visited(Visit visit, Wording w) {
        if (visit.answer() == null) {
            return Stream.ofNullable(entry(visit.askedAt(), "VISIT", w.of("told.visit.asked", w.day(visit.plannedOn())), null, null));
        }
        var details = Stream.of(visit.minutes() == null ? null : w.of("minutes", visit.minutes()),
                visit.medium() == null ? null : w.of("medium." + visit.medium()),
                visit.movedTo() == null ? null : w.of("movedTo", w.day(visit.movedTo())), visit.note()).filter(Objects::nonNull).toList();
        return Stream.of(new TimelineEntry(Objects.requireNonNull(visit.answeredAt()), "VISIT", w.of("told.visit." + visit.answer(), w.day(visit.plannedOn())),
                names.staff(visit.recordedBy()), details));
    }

    private @Nullable TimelineEntry entry(@Nullable Instant at, String type, String text, @Nullable String recordedBy, @Nullable String words) {
        return at == null ? null : new TimelineEntry(at, type, text, names.staff(recordedBy), words == null ? List.of() : List.of(words));
    }
}
