package org.apusilta.volunteer.web;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.apusilta.engine.Typed;
import org.apusilta.volunteer.NewApplication;
import org.apusilta.volunteer.NewApplication.Age;
import org.apusilta.volunteer.NewApplication.Group;
import org.apusilta.volunteer.NewApplication.GroupKind;
import org.apusilta.volunteer.NewApplication.Guardian;
import org.apusilta.volunteer.NewApplication.HeardFrom;
import org.apusilta.volunteer.NewApplication.Home;
import org.apusilta.volunteer.NewApplication.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** What was typed into the application, untouched, so that a failed sending shows it again; and the application it makes. */
record ApplicationFields(Map<String, List<String>> values) {

    /** Metres a person would come, by what they ticked. */
    static final Map<String, Integer> REACH = Map.of("NEAR", 3_000, "PART", 8_000, "CITY", 30_000);

    static final List<String> LANGUAGES = List.of("fi", "sv", "en", "ru", "et", "so", "ar", "uk", "ku", "fa", "zh", "vi", "es", "fr", "de", "tr");

    /** The levels people can tell of themselves, with what the register calls them. */
    static final Map<String, String> LEVELS = new TreeMap<>(Map.of("A2", "A2", "B1", "B1", "C1", "C1"));

    static ApplicationFields of(MultiValueMap<String, String> sent) {
        return new ApplicationFields(Map.copyOf(sent));
    }

    String one(String name) {
        var typed = values.get(name);
        return typed == null || typed.isEmpty() || typed.get(0) == null ? "" : typed.get(0);
    }

    List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    boolean group() {
        return "GROUP".equals(one("who"));
    }

    /** What makes a form sent twice one application: the form's own token, kept over failed sendings. */
    UUID sending() {
        try {
            return UUID.fromString(one("token"));
        } catch (IllegalArgumentException none) {
            return UUID.randomUUID();
        }
    }

    /** @param enteredBy account of who keys it in on the phone @param reader language of the page, when none was chosen */
    NewApplication application(@Nullable String enteredBy, String reader) {
        var group = group() ? new Group(of(GroupKind.class, one("groupKind"), GroupKind.OTHER), text("groupName", false), number("groupSize")) : null;
        return new NewApplication(sending(), enteredBy, group, new Person(text("givenName", false), text("familyName", false), optional("email"), optional("phone")),
                group == null ? birthYear() : null, group == null ? of(Age.class, one("age"), null) : null,
                Set.of("fi", "sv", "en").contains(one("language")) ? one("language") : reader, all("kinds").stream().distinct().toList(), one("district"),
                REACH.getOrDefault(one("reach"), REACH.get("PART")), all("times"), spoken(), "true".equals(one("practise")),
                new Home(has("home", "car"), has("home", "strength"), has("home", "pets"), has("home", "smoke")), text("motivation", true).isEmpty() ? null : text("motivation", true),
                of(HeardFrom.class, one("heardFrom"), null), guardian());
    }

    private @Nullable Guardian guardian() {
        var name = optional("guardianName");
        var email = optional("guardianEmail");
        var phone = optional("guardianPhone");
        return name == null && email == null && phone == null ? null : new Guardian(name == null ? "" : name, email, phone);
    }

    private Map<String, String> spoken() {
        var levels = new TreeMap<String, String>();
        for (var code : LANGUAGES) {
            var level = one("lang." + code);
            if (LEVELS.containsKey(level)) {
                levels.put(code, LEVELS.get(level));
            }
        }
        return levels;
    }

    boolean has(String name, String value) {
        return all(name).contains(value);
    }


    private String text(String name, boolean lines) {
        return Typed.clean(one(name), lines);
    }

    private @Nullable String optional(String name) {
        var typed = text(name, false);
        return typed.isEmpty() ? null : typed;
    }

    private int number(String name) {
        return text(name, false).matches("[0-9]{1,4}") ? Integer.parseInt(text(name, false)) : 0;
    }

    private @Nullable Integer birthYear() {
        return text("birthYear", false).matches("[0-9]{4}") ? Integer.valueOf(text("birthYear", false)) : null;
    }

    private static <E extends Enum<E>> @Nullable E of(Class<E> type, String name, @Nullable E otherwise) {
        for (E one : type.getEnumConstants()) {
            if (one.name().equals(name)) {
                return one;
            }
        }
        return otherwise;
    }
}
