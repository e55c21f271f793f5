package org.apusilta.volunteer.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.apusilta.volunteer.internal.Persons;
import org.apusilta.volunteer.internal.Person;
import org.apusilta.volunteer.internal.RegisterQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** A person as somebody fills it in: everything may be wrong. The page shows it again with what is wrong, and nothing typed is lost. */
record PersonForm(int version, String givenName, String familyName, String email, String phone, String birthYear, String gender, String language, String district,
        String organisation, String capacity, String kilometres, boolean car, boolean strength, boolean petsOk, boolean smokeOk, Set<String> kinds,
        Map<String, String> languages, Set<String> interests, Set<String> consents) {

    /** How many rows for languages the form has at least. */
    private static final int LANGUAGES = 2;
    private static final int LONGEST = 80;

    static PersonForm of(Person one) {
        var consents = new TreeSet<String>();
        one.consents().forEach((what, given) -> {
            if (given) {
                consents.add(what);
            }
        });
        return new PersonForm(one.version(), one.givenName(), one.familyName(), orEmpty(one.email()), orEmpty(one.phone()), String.valueOf(one.birthYear()), orEmpty(one.gender()),
                one.language(), one.district(), orEmpty(one.organisation()), String.valueOf(one.capacity()), String.valueOf(Math.max(1, one.maxDistanceM() / 1000)), one.car(),
                one.strength(), one.petsOk(), one.smokeOk(), one.kinds(), one.languages(), one.interests(), consents);
    }

    static PersonForm of(MultiValueMap<String, String> sent) {
        var languages = new LinkedHashMap<String, String>();
        var codes = sent.getOrDefault("speaks", List.of());
        var levels = sent.getOrDefault("level", List.of());
        for (int i = 0; i < Math.min(codes.size(), levels.size()); i++) {
            if (!codes.get(i).isEmpty()) {
                languages.put(codes.get(i), levels.get(i));
            }
        }
        var version = text(sent, "version");
        return new PersonForm(version.matches("\\d{1,9}") ? Integer.parseInt(version) : -1, text(sent, "givenName"), text(sent, "familyName"), text(sent, "email"), text(sent, "phone"),
                text(sent, "birthYear"), text(sent, "gender"), text(sent, "language"), text(sent, "district"), text(sent, "organisation"), text(sent, "capacity"),
                text(sent, "kilometres"), sent.containsKey("car"), sent.containsKey("strength"), sent.containsKey("petsOk"), sent.containsKey("smokeOk"),
                new TreeSet<>(sent.getOrDefault("kinds", List.of())), languages, new TreeSet<>(sent.getOrDefault("interests", List.of())),
                new TreeSet<>(sent.getOrDefault("consents", List.of())));
    }

    /** @return fields that are not in order, as the page names them; empty when it can be saved */
    List<String> problems(int thisYear, Set<String> districts, Set<String> organisations, Set<String> knownKinds, Set<String> knownLanguages, Set<String> knownInterests) {
        var wrong = new ArrayList<String>();
        check(wrong, "givenName", !givenName.isEmpty() && givenName.length() <= LONGEST);
        check(wrong, "familyName", !familyName.isEmpty() && familyName.length() <= LONGEST);
        check(wrong, "email", email.isEmpty() || email.length() <= 250 && email.matches("[^\\s@]{1,64}@[^\\s@]{1,180}\\.[^\\s@]{2,}"));
        check(wrong, "phone", phone.isEmpty() || phone.matches("[+0-9 ()-]{5,40}"));
        check(wrong, "birthYear", birthYear.matches("\\d{4}") && Integer.parseInt(birthYear) >= 1900 && Integer.parseInt(birthYear) <= thisYear);
        check(wrong, "gender", gender.matches("[FMO]?"));
        check(wrong, "language", language.matches("fi|sv|en"));
        check(wrong, "district", districts.contains(district));
        check(wrong, "organisation", organisation.isEmpty() || organisations.contains(organisation));
        check(wrong, "capacity", capacity.matches("\\d|1\\d|20"));
        check(wrong, "kilometres", kilometres.matches("[1-9]\\d?"));
        check(wrong, "kinds", knownKinds.containsAll(kinds));
        check(wrong, "languages", knownLanguages.containsAll(languages.keySet()) && RegisterQuery.LEVELS.containsAll(languages.values()));
        check(wrong, "interests", knownInterests.containsAll(interests));
        return wrong;
    }

    Person person(UUID id) {
        var said = new TreeMap<String, Boolean>();
        Persons.CONSENTS.forEach(what -> said.put(what, consents.contains(what)));
        return new Person(id, version, givenName, familyName, orNull(email), orNull(phone), Integer.parseInt(birthYear), orNull(gender), language, district,
                orNull(organisation), Integer.parseInt(capacity), Integer.parseInt(kilometres) * 1000, car, strength, petsOk, smokeOk, kinds, languages, interests, said);
    }

    /** @return the same as typed, knowing of this later version */
    PersonForm at(int later) {
        return new PersonForm(later, givenName, familyName, email, phone, birthYear, gender, language, district, organisation, capacity, kilometres, car, strength, petsOk,
                smokeOk, kinds, languages, interests, consents);
    }

    /** @return the languages said, and two empty rows to add some */
    public List<String[]> languageRows() {
        var rows = new ArrayList<String[]>();
        languages.forEach((code, level) -> rows.add(new String[] {code, level}));
        for (int i = 0; i < LANGUAGES; i++) {
            rows.add(new String[] {"", "B1"});
        }
        return rows;
    }

    private static void check(List<String> wrong, String field, boolean good) {
        if (!good) {
            wrong.add(field);
        }
    }

    private static String text(MultiValueMap<String, String> sent, String field) {
        return orEmpty(sent.getFirst(field)).replaceAll("\\p{Cntrl}", "").strip();
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
