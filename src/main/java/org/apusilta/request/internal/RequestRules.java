package org.apusilta.request.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apusilta.catalogue.Catalogue;
import org.apusilta.catalogue.Kind;
import org.apusilta.request.InvalidRequest;
import org.apusilta.request.InvalidRequest.Problem;
import org.apusilta.request.NewRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What every request must say and may not say, from wherever it comes. What only the page asks for stands with the page. */
@Component
public class RequestRules {

    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>\"',;:()]{1,64}@[^\\s@<>\"',;:()]{1,190}\\.[^\\s@<>\"',;:().]{2,63}");
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 ()-]{3,28}[0-9]");
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");
    private static final Set<String> TIMES = times();
    private static final int OLDEST = 1900;

    private final Catalogue catalogue;
    private final Clock clock;

    RequestRules(Catalogue catalogue, Clock clock) {
        this.catalogue = catalogue;
        this.clock = clock;
    }

    void require(NewRequest sent) {
        var problems = check(sent);
        if (!problems.isEmpty()) {
            throw new InvalidRequest(problems);
        }
    }

    /** @return what is wrong, in the order of the form; empty when the request can be taken in */
    public List<Problem> check(NewRequest sent) {
        var found = new Findings(LocalDate.now(clock.withZone(Intake.HELSINKI)));
        found.missing("askedBy", sent.askedBy());
        if (!sent.consentGiven()) {
            found.add("consentGiven", "consent");
        }
        consent(sent.consent(), found);
        requester(sent.requester(), found);
        client(sent.client(), found);
        wish(sent, found);
        care(sent.care(), found);
        return found.problems;
    }

    private void consent(NewRequest.Consent consent, Findings found) {
        found.text("consent.askedBy", consent.askedBy(), 200);
        if (consent.askedOn() != null && consent.askedOn().isAfter(found.today)) {
            found.add("consent.askedOn", "date.future");
        } else if (consent.askedOn() != null && consent.askedOn().isBefore(found.today.minusYears(1))) {
            found.add("consent.askedOn", "consent.old");
        }
    }

    private void requester(NewRequest.Requester requester, Findings found) {
        found.text("requester.name", requester.name(), 200);
        found.matching("requester.email", requester.email(), EMAIL, "email");
        found.matching("requester.phone", requester.phone(), PHONE, "phone");
        found.text("requester.organisation", requester.organisation(), 200);
    }

    private void client(NewRequest.Client client, Findings found) {
        found.missing("client.name", client.name());
        found.text("client.name", client.name(), 200);
        found.matching("client.phone", client.phone(), PHONE, "phone");
        found.matching("client.email", client.email(), EMAIL, "email");
        var born = client.birthYear();
        if (born != null && born > found.today.getYear()) {
            found.add("client.birthYear", "birthYear.future");
        } else if (born != null && born < OLDEST) {
            found.add("client.birthYear", "birthYear.old", OLDEST);
        }
        found.matching("client.language", client.language(), LANGUAGE, "language");
        found.missing("client.district", client.district());
        if (client.district() != null && catalogue.district(client.district()).isEmpty()) {
            found.add("client.district", "district.unknown");
        }
        found.text("client.address", client.address(), 300);
        found.map("practical", client.practical());
    }

    private void wish(NewRequest sent, Findings found) {
        if (sent.kinds().isEmpty()) {
            found.add("kinds", "kinds.none");
        }
        found.many("kinds", sent.kinds(), 10);
        var known = new HashSet<>(catalogue.kinds().stream().map(Kind::code).toList());
        if (!known.containsAll(sent.kinds())) {
            found.add("kinds", "kinds.unknown");
        }
        found.text("description", sent.description(), 4000);
        found.many("languages", sent.languages(), 10);
        if (!sent.languages().stream().allMatch(l -> LANGUAGE.matcher(l).matches())) {
            found.add("languages", "language");
        }
        if (!TIMES.containsAll(sent.times())) {
            found.add("times", "times.unknown");
        }
        var hours = sent.hoursPerWeek();
        // so many hours that they are a service are taken in: the decision table sees them, a person answers (R20)
        if (hours != null && !(hours >= 0.5 && hours <= 60)) {
            found.add("hoursPerWeek", "hours");
        }
        var start = sent.startOn();
        if (start != null && start.isBefore(found.today)) {
            found.add("startOn", "date.past");
        } else if (start != null && start.isAfter(found.today.plusYears(1))) {
            found.add("startOn", "date.far");
        }
        if (sent.home().genderWish() != null && !Set.of("F", "M").contains(sent.home().genderWish())) {
            found.add("genderWish", "choice");
        }
        found.map("escort", sent.escort());
        wishes(sent.wishes(), found);
    }

    private void wishes(NewRequest.Wishes wishes, Findings found) {
        if (!NewRequest.Wishes.AROUND.containsAll(wishes.around())) {
            found.add("around", "choice");
        }
        if (wishes.level() != null && !NewRequest.Wishes.LEVELS.contains(wishes.level())) {
            found.add("languageLevel", "choice");
        }
        found.many("practises", wishes.practises(), 5);
        if (!wishes.practises().stream().allMatch(language -> LANGUAGE.matcher(language).matches())) {
            found.add("practises", "language");
        }
    }

    private void care(NewRequest.Care care, Findings found) {
        found.text("responsibleForCare", care.responsible(), 300);
        found.text("contactPerson", care.contactPerson(), 300);
        found.text("contactDeputy", care.contactDeputy(), 300);
        found.text("tellBack", care.tellBack(), 300);
    }

    private static Set<String> times() {
        var times = new HashSet<String>();
        for (var day : List.of("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN")) {
            for (var part : List.of("AM", "PM", "EVE")) {
                times.add(day + "_" + part);
            }
        }
        return Set.copyOf(times);
    }

    private static final class Findings {
        final List<Problem> problems = new ArrayList<>();
        final LocalDate today;

        Findings(LocalDate today) {
            this.today = today;
        }

        void add(String field, String code) {
            add(field, code, 0);
        }

        void add(String field, String code, int limit) {
            problems.add(new Problem(field, code, limit));
        }

        void missing(String field, @Nullable Object value) {
            if (value == null) {
                add(field, "required");
            }
        }

        /** Any script and any emoji is welcome; a character no page, mail or database can carry is not. */
        void text(String field, @Nullable String value, int longest) {
            if (value == null) {
                return;
            }
            if (value.length() > longest) {
                add(field, "long", longest);
            } else if (value.codePoints().anyMatch(RequestRules::unprintable)) {
                add(field, "unprintable");
            }
        }

        void matching(String field, @Nullable String value, Pattern pattern, String code) {
            if (value != null && !pattern.matcher(value).matches()) {
                add(field, code);
            }
        }

        void many(String field, List<String> values, int most) {
            if (values.size() > most) {
                add(field, "many", most);
            }
        }

        void map(String field, Map<String, String> values) {
            if (values.size() > 20) {
                add(field, "many", 20);
            }
            values.forEach((key, value) -> {
                if (key.length() > 40 || key.codePoints().anyMatch(RequestRules::unprintable)) {
                    add(field, "choice");
                } else {
                    text(field + "." + key, value, 500);
                }
            });
        }
    }

    private static boolean unprintable(int point) {
        return Character.isISOControl(point) && point != '\n' && point != '\r' && point != '\t'
                || Character.getType(point) == Character.SURROGATE;
    }
}
