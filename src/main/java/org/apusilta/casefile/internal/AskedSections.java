package org.apusilta.casefile.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.apusilta.casefile.CaseFile.Asked;
import org.apusilta.casefile.CaseFile.Kind;
import org.apusilta.casefile.CaseFile.Person;
import org.apusilta.casefile.CaseFile.Question;
import org.apusilta.casefile.CaseFile.Row;
import org.apusilta.catalogue.Catalogue;
import org.apusilta.request.AskedBy;
import org.apusilta.request.CaseFacts;
import org.apusilta.request.HelpRequests;
import org.apusilta.request.People;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The sections that say who asks, for whom, and what; and where the border runs (R2, R3, R15, R20). */
@Component
class AskedSections {

    private static final Set<String> NEAR_THE_VISIT = Set.of("access", "onCall");

    private final HelpRequests requests;
    private final Catalogue catalogue;
    private final CaseNames names;

    AskedSections(HelpRequests requests, Catalogue catalogue, CaseNames names) {
        this.requests = requests;
        this.catalogue = catalogue;
        this.names = names;
    }

    Person client(CaseFacts facts, Wording words) {
        var client = requests.client(facts.id());
        var more = rows(
                row(words, "birthYear", client.birthYear()),
                row(words, "address", client.address()),
                row(words, "writtenTo", words.language(client.language())));
        return new Person(words.of("role.CLIENT"), client.name(), client.phone(), client.email(), more);
    }

    /** @return null when the client asked */
    @Nullable Person requester(CaseFacts facts, Wording words) {
        if (facts.askedBy() == AskedBy.SELF) {
            return null;
        }
        var who = requests.requester(facts.id());
        return new Person(words.of("askedBy." + facts.askedBy()), who.name(), who.phone(), who.email(),
                rows(row(words, "organisation", who.organisation())));
    }

    Asked asked(CaseFacts facts, Wording words) {
        var district = catalogue.district(facts.district())
                .map(d -> d.name().in(words.reader()) + " (" + d.majorName().in(words.reader()) + ")").orElse(facts.district());
        return new Asked(requests.description(facts.id()), rows(
                row(words, "district", district),
                row(words, "times", words.times(facts.times())),
                row(words, "languages", facts.languages().isEmpty() ? null : words.list(facts.languages().stream().map(words::language))),
                row(words, "recurring", words.of(facts.recurring() ? "yes" : "no")),
                row(words, "hours", facts.hoursPerWeek() == null ? null : words.of("hoursPerWeek", facts.hoursPerWeek())),
                row(words, "startOn", facts.startOn() == null ? words.of("soonest") : words.day(facts.startOn())),
                row(words, "gender", facts.genderWish() == null ? null : words.of("gender." + facts.genderWish()))));
    }

    List<Kind> kinds(CaseFacts facts, Wording words) {
        return facts.kinds().stream().flatMap(code -> catalogue.kind(code).stream())
                .map(k -> new Kind(k.code(), k.name().in(words.reader()), k.belongs().in(words.reader()), k.excluded().in(words.reader()),
                        demands(k, words)))
                .toList();
    }

    /** Consent, and what a professional said about care (R3). */
    List<Row> care(CaseFacts facts, Wording words) {
        var consent = requests.consent(facts.id());
        var arranged = requests.arrangements(facts.id());
        return rows(
                row(words, "consent", words.of("consent", consent.askedBy(), words.day(consent.askedOn()))),
                row(words, "responsibleForCare", arranged.responsibleForCare()),
                row(words, "contactPerson", arranged.contactPerson()),
                row(words, "contactDeputy", arranged.contactDeputy()),
                row(words, "tellBack", arranged.tellBack() == null ? null : words.orElse("tellBack." + arranged.tellBack(), arranged.tellBack())));
    }

    /** @param found whether a volunteer has been agreed: the way in and the on-call number are nobody's business before */
    List<Row> practical(CaseFacts facts, boolean found, Wording words) {
        var rows = new ArrayList<Row>();
        requests.client(facts.id()).practical().entrySet().stream().sorted(Map.Entry.comparingByKey())
                .forEach(e -> rows.add(new Row(words.orElse("practical." + e.getKey(), e.getKey()),
                        found || !NEAR_THE_VISIT.contains(e.getKey()) ? e.getValue() : words.of("practical.later"))));
        requests.arrangements(facts.id()).escort().entrySet().stream().sorted(Map.Entry.comparingByKey())
                .forEach(e -> rows.add(new Row(words.orElse("escort." + e.getKey(), e.getKey()), e.getValue())));
        var home = words.list(Stream.of(facts.petsAtHome() ? "pets" : null, facts.smokingAtHome() ? "smoking" : null,
                facts.needsStrength() ? "strength" : null, facts.needsCar() ? "car" : null).filter(Objects::nonNull).map(k -> words.of("home." + k)));
        if (!home.isEmpty()) {
            rows.add(new Row(words.of("label.home"), home));
        }
        return rows;
    }

    List<Question> questions(CaseFacts facts, Wording words) {
        return requests.questions(facts.id()).stream()
                .map(q -> new Question(q.question(), q.askedAt(), q.answer(), q.answeredAt(),
                        q.means() == null || q.means() == People.Means.LINK ? null : words.of("answered." + q.means(), names.staff(q.recordedBy())))).toList();
    }

    private static List<String> demands(org.apusilta.catalogue.Kind kind, Wording words) {
        return Stream.of(kind.training() == null ? null : "training", kind.checkRequired() ? "check" : null,
                kind.confidential() ? "confidential" : null).filter(Objects::nonNull).map(d -> words.of("demand." + d)).toList();
    }

    private static @Nullable Row row(Wording words, String label, @Nullable Object value) {
        return value == null || value.toString().isBlank() ? null : new Row(words.of("label." + label), value.toString());
    }

    private static List<Row> rows(@Nullable Row... rows) {
        return Stream.of(rows).filter(Objects::nonNull).toList();
    }
}
