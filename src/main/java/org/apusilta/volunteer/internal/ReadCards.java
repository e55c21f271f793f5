package org.apusilta.volunteer.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apusilta.catalogue.Catalogue;
import org.apusilta.catalogue.Kind;
import org.apusilta.catalogue.Languages;
import org.apusilta.engine.Accounts;
import org.apusilta.engine.CaseSteps;
import org.apusilta.security.Access;
import org.apusilta.volunteer.Application;
import org.apusilta.volunteer.CardLine;
import org.apusilta.volunteer.CardSection;
import org.apusilta.volunteer.Vocabulary;
import org.apusilta.volunteer.VolunteerCards;
import org.apusilta.volunteer.VolunteerDoor;
import org.apusilta.volunteer.Volunteers;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;

/** Puts together what is told of an applicant, or of a volunteer from the parts of their own card. */
@Service
class ReadCards implements VolunteerCards {

    private static final java.util.Set<String> HUMAN = java.util.Set.of("userTask", "receiveTask");

    private final ApplicationRows rows;
    private final Applicants applicants;
    private final Talks talks;
    private final Volunteers volunteers;
    private final VolunteerDoor door;
    private final ObjectProvider<CardSection> sections;
    private final Recreations recreations;
    private final Catalogue catalogue;
    private final CaseSteps steps;
    private final Accounts accounts;
    private final Access access;
    private final ApplicationWords words;
    private final MessageSource texts;

    ReadCards(ApplicationRows rows, Applicants applicants, Talks talks, Volunteers volunteers, VolunteerDoor door, ObjectProvider<CardSection> sections, Recreations recreations, Catalogue catalogue,
            CaseSteps steps, Accounts accounts, Access access, ApplicationWords words, MessageSource texts) {
        this.rows = rows;
        this.applicants = applicants;
        this.talks = talks;
        this.volunteers = volunteers;
        this.door = door;
        this.sections = sections;
        this.recreations = recreations;
        this.catalogue = catalogue;
        this.steps = steps;
        this.accounts = accounts;
        this.access = access;
        this.words = words;
        this.texts = texts;
    }

    @Override
    public Optional<Card> of(UUID id, Locale reader) {
        var application = rows.find(id);
        if (application.isPresent() && application.get().outcome() != Application.Outcome.ACTIVE) {   // once active, the register says where somebody lives
            access.requireDistrict(application.get().major());
            return application.map(one -> card(one, reader));
        }
        return volunteers.contact(id).map(who -> {
            door.open(id);
            var parts = sections.stream().sorted(Comparator.comparingInt(CardSection::order))
                    .map(section -> new Part(texts.getMessage(section.titleKey(), null, section.titleKey(), reader), section.lines(id))).filter(part -> !part.lines().isEmpty()).toList();
            return new Card(id, who.name(), "", parts, "/volunteers/" + id);
        }).or(() -> recreations.find(id).map(event -> event(event, reader)));
    }

    /** A task about an event shows the event, and leads to its page, where the names are. */
    private Card event(Recreations.Recreation event, Locale reader) {
        access.requireDistrict(event.major());
        return new Card(event.id(), event.title(reader), "", List.of(new Part(texts.getMessage("care.recreation.what", null, reader), List.of(
                new CardLine(texts.getMessage("care.recreation.when", null, reader), CareDays.longDay(event.day(), reader) + ", " + CareLetters.times(event)),
                new CardLine(texts.getMessage("care.recreation.where", null, reader), event.place()),
                new CardLine(texts.getMessage("care.recreation.seats", null, reader), texts.getMessage("care.recreation.taken", new Object[] {event.taken(), event.seats()}, reader))))),
                "/volunteers/recreation/" + event.id());
    }

    @Override
    public Optional<Short> folded(UUID id, Locale reader) {
        return rows.find(id).map(one -> new Short(id, one.reference(), kinds(one, reader), district(one.district(), reader), one.outcome() == null ? one.receivedAt() : null))
                .or(() -> volunteers.contact(id).map(who -> new Short(id, texts.getMessage("onboard.card.volunteer", null, reader), List.of(), "", null)))
                .or(() -> recreations.find(id).map(event -> new Short(id, event.title(reader), List.of(), "", null)));
    }

    private Card card(Application one, Locale reader) {
        var say = new Sayings(reader);
        var who = new ArrayList<CardLine>();
        if (one.group() != null) {
            who.add(say.line("group", one.group().name() + ", " + texts.getMessage("onboard.size", new Object[] {one.group().size()}, reader)));
        }
        who.add(say.line("phone", one.person().phone() == null ? "–" : one.person().phone(), one.person().phone() == null ? null : "tel:" + one.person().phone().replaceAll("[^+0-9]", "")));
        who.add(say.line("email", one.person().email() == null ? "–" : one.person().email()));
        if (one.birthYear() != null && one.age() != null) {
            who.add(say.line("birthYear", one.birthYear() + ", " + texts.getMessage("onboard.age." + one.age(), null, reader)));
        }
        who.add(say.line("language", language(one.language(), reader)));
        who.add(say.line("came", words.day(one.receivedAt(), reader) + (one.byPhone() ? " · " + texts.getMessage("onboard.byPhone", new Object[] {name(one.enteredBy())}, reader) : "")));
        if (one.guardian() != null) {
            who.add(say.line("guardian", one.guardian().name() + ", " + (one.guardian().phone() == null ? one.guardian().email() : one.guardian().phone())));
            who.add(say.line("guardianAnswer", texts.getMessage("onboard.guardianAnswer." + (one.guardianAnswer() == null ? "NONE" : one.guardianAnswer()), null, reader)));
        }
        talks.booked(one.id()).ifPresent(talk -> who.add(say.line("talk", words.when(talk, reader) + ", " + words.where(talk, reader) + ", " + name(talk.heldBy()))));
        return new Card(one.id(), one.person().name(), state(one, reader), List.of(new Part(say.heading("who"), who), new Part(say.heading("wishes"), wishes(one, say, reader)),
                new Part(say.heading("steps"), past(one, reader))), "/applicants/" + one.id());
    }

    private List<CardLine> wishes(Application one, Sayings say, Locale reader) {
        var lines = new ArrayList<CardLine>();
        lines.add(say.line("kinds", String.join(", ", kinds(one, reader))));
        lines.add(say.line("where", district(one.district(), reader) + ", " + texts.getMessage("onboard.reach.km", new Object[] {one.reachMetres() / 1000}, reader)));
        lines.add(say.line("when", one.slots() == null ? texts.getMessage("onboard.untold", null, reader)
                : Vocabulary.slots(one.slots()).stream().map(slot -> texts.getMessage("onboard.slot." + slot, null, reader)).collect(Collectors.joining(", "))));
        lines.add(say.line("languages", one.languages().entrySet().stream().map(spoken -> language(spoken.getKey(), reader) + " " + spoken.getValue()).collect(Collectors.joining(", "))
                + (one.practiseFinnish() ? " · " + texts.getMessage("onboard.practises", null, reader) : "")));
        if (one.motivation() != null) {
            lines.add(say.line("motivation", one.motivation()));
        }
        if (one.heardFrom() != null) {
            lines.add(say.line("heardFrom", texts.getMessage("onboard.heard." + one.heardFrom(), null, reader)));
        }
        return lines;
    }

    /** Each step a person or somebody outside had, with how long it took. */
    private List<CardLine> past(Application one, Locale reader) {
        return steps.of(one.id()).stream().filter(step -> HUMAN.contains(step.type())).map(step -> new CardLine(words.day(step.enteredAt(), reader),
                texts.getMessage("casefile.step." + step.step(), null, step.step(), reader) + (step.leftAt() == null ? " · " + since(step.enteredAt(), reader) : ""))).toList();
    }

    private String state(Application one, Locale reader) {
        if (one.outcome() != null) {
            return texts.getMessage("onboard.outcome." + one.outcome(), null, reader);
        }
        var waits = applicants.waits(one.id()).stream().map(wait -> texts.getMessage("casefile.step." + wait.step(), null, wait.step(), reader) + " · " + since(wait.since(), reader)).toList();
        return waits.isEmpty() ? texts.getMessage("onboard.stage.going", null, reader) : String.join(" · ", waits);
    }

    private String since(Instant at, Locale reader) {
        return texts.getMessage("onboard.days", new Object[] {applicants.days(at)}, reader);
    }

    private List<String> kinds(Application one, Locale reader) {
        return one.kinds().stream().flatMap(code -> catalogue.kind(code).stream()).map(Kind::name).map(name -> name.in(reader)).toList();
    }

    private String district(String code, Locale reader) {
        return catalogue.district(code).map(found -> found.name().in(reader)).orElse(code);
    }

    private String name(@Nullable String account) {
        return account == null ? "" : accounts.find(account).map(Accounts.Account::displayName).orElse(account);
    }

    private static String language(String code, Locale reader) {
        return Languages.name(code, reader);
    }

    /** Labels and headings of the card. */
    private final class Sayings {

        private final Locale reader;

        Sayings(Locale reader) {
            this.reader = reader;
        }

        CardLine line(String label, String value) {
            return line(label, value, null);
        }

        CardLine line(String label, String value, @Nullable String link) {
            return new CardLine(texts.getMessage("onboard.card." + label, null, reader), value, link);
        }

        String heading(String part) {
            return texts.getMessage("onboard.part." + part, null, reader);
        }
    }
}
