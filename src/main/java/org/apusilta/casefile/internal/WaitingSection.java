package org.apusilta.casefile.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apusilta.casefile.CaseFile.PassedOn;
import org.apusilta.casefile.CaseFile.Row;
import org.apusilta.casefile.TimelineEntry;
import org.apusilta.matching.Waiting;
import org.apusilta.matching.Waiting.Contact;
import org.apusilta.partner.NetworkAsks;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How the client waits: since when, until when we are in touch, each time we were, and what they said; and which networks were asked. */
@Component
class WaitingSection {

    private final Waiting waiting;
    private final NetworkAsks networks;
    private final CaseNames names;

    WaitingSection(Waiting waiting, NetworkAsks networks, CaseNames names) {
        this.waiting = waiting;
        this.networks = networks;
        this.names = names;
    }

    List<Row> rows(UUID caseId, Wording w) {
        return waiting.of(caseId).map(care -> {
            var rows = new ArrayList<Row>();
            rows.add(new Row(w.of("label.waiting.since"), w.day(care.beganAt())));
            if (care.waiting()) {
                if (care.promisedOn() != null) {
                    rows.add(new Row(w.of("label.waiting.promised"), w.day(care.promisedOn())));
                }
                rows.add(new Row(w.of("label.waiting.estimate"), waiting.estimate(caseId, w.reader())));
            }
            care.contacts().forEach(one -> rows.add(new Row(w.of("label.waiting.contact", one.number()), said(one, w))));
            return rows;
        }).map(List::copyOf).orElse(List.of());
    }

    boolean heard(UUID caseId, Waiting.Answer answer, @Nullable String words, String by) {
        return waiting.heard(caseId, answer, words, by);
    }

    boolean awaited(UUID caseId) {
        return waiting.awaited(caseId);
    }

    private String said(Contact one, Wording w) {
        var end = one.answer() != null ? answer(one, w) : one.closedAt() != null ? w.of("waiting.over", w.day(one.closedAt())) : w.of("waiting.open", w.day(one.promisedOn()));
        return Stream.of(w.of("waiting.asked", w.day(one.begunAt())), one.remindedAt() == null ? null : w.of("waiting.reminded", w.day(one.remindedAt())), end,
                one.interim(), one.words()).filter(Objects::nonNull).collect(Collectors.joining("; "));
    }

    private String answer(Contact one, Wording w) {
        var how = w.day(one.answeredAt()) + ", " + w.of("means." + one.means());
        return w.of("waiting.answer." + one.answer()) + " (" + how + (one.recordedBy() == null ? "" : ", " + names.staff(one.recordedBy())) + ")";
    }

    /** Networks beside the partners: the same place tells whom we have asked elsewhere. */
    List<PassedOn> networks(UUID caseId, Wording w) {
        return networks.of(caseId).stream().map(one -> new PassedOn(one.network(), switch (one.state()) {
            case OPEN -> w.of("network.OPEN", w.day(one.answerBy()));
            case TAKEN -> w.of("network.TAKEN", one.taker());
            case CLOSED -> w.of("network.CLOSED");
        }, Stream.of(row("network.yes", one, true, w), row("network.no", one, false, w), row("network.silent", one, null, w)).filter(Objects::nonNull).toList())).toList();
    }

    private static @Nullable Row row(String label, NetworkAsks.Ask ask, @Nullable Boolean said, Wording w) {
        var who = ask.members().stream().filter(one -> Objects.equals(one.yes(), said)).map(NetworkAsks.Member::partner).collect(Collectors.joining(", "));
        return who.isEmpty() ? null : new Row(w.of(label), who);
    }

    /** What the decisions in the timeline do not say: messages to the client, answers by link, and networks. */
    Stream<TimelineEntry> told(UUID caseId, Wording w) {
        var contacts = waiting.of(caseId).stream().flatMap(care -> care.contacts().stream()).flatMap(one -> Stream.of(
                new TimelineEntry(one.begunAt(), "WAIT", w.of("told.waiting.asked"), null, List.of()),
                one.remindedAt() == null ? null : new TimelineEntry(one.remindedAt(), "WAIT", w.of("told.waiting.reminded"), null, List.of()),
                one.answer() == null || "PHONE".equals(one.means()) && one.recordedBy() == null ? null : new TimelineEntry(one.answeredAt(), "ANSWER", w.of("waiting.answer." + one.answer()),
                        one.recordedBy() == null ? null : names.staff(one.recordedBy()), Stream.of(one.interim(), one.words()).filter(Objects::nonNull).toList())));
        var asked = networks.of(caseId).stream().flatMap(one -> Stream.of(
                new TimelineEntry(one.askedAt(), "HAND_OFF", w.of("told.network.asked", one.network()), null, List.of()),
                one.taker() == null ? null : new TimelineEntry(one.closedAt(), "HAND_OFF", w.of("told.network.taken", one.taker()), null, List.of())));
        return Stream.concat(contacts, asked).filter(Objects::nonNull);
    }
}
