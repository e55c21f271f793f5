package org.apusilta.casefile.internal;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apusilta.casefile.CaseFile.PassedOn;
import org.apusilta.casefile.CaseFile.Row;
import org.apusilta.casefile.TimelineEntry;
import org.apusilta.partner.HandOffs;
import org.apusilta.partner.HandOffs.HandOff;
import org.apusilta.partner.Partner;
import org.apusilta.partner.Partners;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** To which partners the case was handed, by whose consent, and what became of it (R37). */
@Component
class HandOffSection {

    private final HandOffs handOffs;
    private final Partners partners;
    private final CaseNames names;

    HandOffSection(HandOffs handOffs, Partners partners, CaseNames names) {
        this.handOffs = handOffs;
        this.partners = partners;
        this.names = names;
    }

    List<PassedOn> of(UUID caseId, Wording w) {
        return handOffs.of(caseId).stream().filter(one -> one.partner() != null).map(one -> {
            var partner = partners.find(one.partner()).orElseThrow();
            return new PassedOn(partner.name(), w.of("handOff." + one.state()), rows(one, partner, w));
        }).toList();
    }

    private List<Row> rows(HandOff one, Partner partner, Wording w) {
        return Stream.of(
                row("contact", partner.contacts().stream().map(HandOffSection::reach).collect(Collectors.joining("; ")), w),
                row("consent", consent(one.consent(), w), w),
                row("shared", one.shared() == null ? null : w.of("handOff.shared." + one.shared()), w),
                row("summary", one.summary(), w), row("asked", day(one.askedAt(), w), w), row("answerBy", day(one.answerBy(), w), w),
                row("reminded", day(one.remindedAt(), w), w),
                row("answered", one.answeredAt() == null ? null : day(one.answeredAt(), w) + ", " + w.of("means." + one.answeredBy()), w),
                row("reason", one.returnReason(), w), row("arrivalAsked", day(one.arrivalAskedAt(), w), w),
                row("arrival", one.arrivalAt() == null ? null : day(one.arrivalAt(), w) + ", " + w.of("means." + one.arrivalBy()), w))
                .filter(Objects::nonNull).toList();
    }

    /** What the decisions and the drawing's ends in the timeline do not say: the partner's name, and answers that came by link. */
    Stream<TimelineEntry> told(UUID caseId, Wording w) {
        return handOffs.of(caseId).stream().filter(one -> one.askedAt() != null).flatMap(one -> {
            var name = partners.find(one.partner()).map(Partner::name).orElse("–");
            return Stream.of(entry(one.askedAt(), w.of("told.handOff.asked", name), null),
                    entry(one.remindedAt(), w.of("told.handOff.reminded", name), null),
                    entry(one.answeredAt(), w.of(one.state() == HandOffs.State.RETURNED ? "told.handOff.returned" : "told.handOff.accepted", name), one.returnReason()),
                    entry(one.arrivalAskedAt(), w.of("told.handOff.arrivalAsked"), null),
                    entry(one.arrivalAt(), w.of(one.state() == HandOffs.State.NOT_ARRIVED ? "told.handOff.notArrived" : "told.handOff.arrived"), null));
        }).filter(Objects::nonNull);
    }

    private @Nullable String consent(HandOffs.@Nullable Consent given, Wording w) {
        if (given == null) {
            return null;
        }
        var said = w.of("handOff.consent." + given.from()) + ", " + w.of("handOff.how." + given.how()) + ", " + w.day(given.on());
        return given.recordedBy() == null ? said : said + " (" + names.staff(given.recordedBy()) + ")";
    }

    private static String reach(Partner.Contact contact) {
        return Stream.of(contact.name(), contact.phone(), contact.email()).filter(Objects::nonNull).collect(Collectors.joining(", "));
    }

    private static @Nullable String day(@Nullable Instant at, Wording w) {
        return at == null ? null : w.day(at);
    }

    private static @Nullable Row row(String label, @Nullable String value, Wording w) {
        return value == null || value.isBlank() ? null : new Row(w.of("label.handOff." + label), value);
    }

    private static @Nullable TimelineEntry entry(@Nullable Instant at, String text, @Nullable String detail) {
        return at == null ? null : new TimelineEntry(at, "HAND_OFF", text, null, detail == null ? List.of() : List.of(detail));
    }
}
