package org.apusilta.matching.internal;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apusilta.catalogue.Catalogue;
import org.apusilta.catalogue.Kind;
import org.apusilta.catalogue.Languages;
import org.apusilta.catalogue.Texts;
import org.apusilta.request.HelpRequests;
import org.apusilta.volunteer.Vocabulary;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What a volunteer is told of a request before both have said yes: the help, a rough area, times and languages; never who or where exactly. */
@Component
public class OfferWords {

    /**
     * A request in words, for the volunteer.
     *
     * @param task the kinds of help, in one line
     * @param times null when any time will do
     */
    public record Words(String task, List<Help> help, String area, @Nullable String times, String languages, @Nullable String hours,
            boolean recurring, List<String> home, java.time.LocalDate since) {}

    /** One kind of help with its border (R15, R20). */
    public record Help(String name, String belongs, String excluded) {}

    private final HelpRequests requests;
    private final Catalogue catalogue;
    private final MessageSource messages;

    OfferWords(HelpRequests requests, Catalogue catalogue, MessageSource messages) {
        this.requests = requests;
        this.catalogue = catalogue;
        this.messages = messages;
    }

    /** @return this request in the words of this language */
    public Words of(UUID caseId, Locale asked) {
        var reader = WorkingLanguage.of(asked);
        var facts = requests.facts(caseId);
        var kinds = facts.kinds().stream().map(code -> catalogue.kind(code).orElseThrow()).toList();
        var district = catalogue.district(facts.district()).orElseThrow();
        var times = Vocabulary.slots(Vocabulary.slots(facts.times()));
        var languages = facts.languages().isEmpty() ? List.of(requests.client(caseId).language()) : facts.languages();
        return new Words(kinds.stream().map(Kind::name).map(name -> name.in(reader)).collect(Collectors.joining(", ")),
                kinds.stream().map(kind -> new Help(kind.name().in(reader), kind.belongs().in(reader), kind.excluded().in(reader))).toList(),
                area(district.name(), district.majorName(), reader), times.isEmpty() ? null : say(times, "matching.slot.", reader),
                languages.stream().map(code -> Languages.name(code, reader)).collect(Collectors.joining(", ")),
                facts.hoursPerWeek() == null ? null : java.text.NumberFormat.getInstance(reader).format(facts.hoursPerWeek()),
                facts.recurring(), home(facts, reader), facts.receivedAt().atZone(Asks.HELSINKI).toLocalDate());
    }

    private static String area(Texts district, Texts major, Locale reader) {
        return district.in(reader).equals(major.in(reader)) ? district.in(reader) : district.in(reader) + " (" + major.in(reader) + ")";
    }

    private List<String> home(org.apusilta.request.CaseFacts facts, Locale reader) {
        var home = new java.util.ArrayList<String>();
        if (facts.petsAtHome()) {
            home.add("pets");
        }
        if (facts.smokingAtHome()) {
            home.add("smoke");
        }
        if (facts.needsStrength()) {
            home.add("strength");
        }
        if (facts.needsCar()) {
            home.add("car");
        }
        return home.stream().map(one -> messages.getMessage("matching.home." + one, null, reader)).toList();
    }

    private String say(Collection<String> codes, String prefix, Locale reader) {
        return codes.stream().map(code -> messages.getMessage(prefix + code, null, reader)).collect(Collectors.joining(", "));
    }
}
