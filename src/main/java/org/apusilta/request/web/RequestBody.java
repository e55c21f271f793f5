package org.apusilta.request.web;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apusilta.engine.Typed;
import org.apusilta.request.AskedBy;
import org.apusilta.request.NewRequest;
import org.jspecify.annotations.Nullable;

/** What a social worker's own system sends. Field names are a contract. */
@Schema(name = "HelpRequest", requiredProperties = {"askedBy", "client", "consentGiven", "kinds"})
@JsonPropertyOrder(alphabetic = true)
record RequestBody(
        @Nullable AskedBy askedBy,
        @Nullable Client client,
        @Nullable Requester requester,
        @Schema(description = "Must be true: the client has agreed that a volunteer is asked and that this is stored.")
        @Nullable Boolean consentGiven,
        @Schema(description = "Who asked the client, and when; else the requester, today.") @Nullable Consent consent,
        @Schema(description = "1 to 10 codes of GET /api/kinds.", example = "[\"FRIEND_VISIT\"]") @Nullable List<String> kinds,
        @Schema(maxLength = 4000) @Nullable String description,
        @Schema(description = "ISO 639-1, best first.", example = "[\"fi\"]") @Nullable List<String> languages,
        @Schema(description = "MON … SUN with AM, PM or EVE; none when any time will do.", example = "[\"MON_AM\", \"SUN_EVE\"]")
        @Nullable List<String> times,
        @Nullable Boolean recurring,
        @Schema(minimum = "0.5", maximum = "60") @Nullable Double hoursPerWeek,
        @Schema(description = "Wanted first day.") @Nullable LocalDate startOn,
        @Schema(description = "Practical matters, never diagnoses: aids, sight, hearing, memory, access, onCall … as text; pets, smoking, needsStrength, needsCar as true or false; genderWish F or M.")
        @Nullable Map<String, @Nullable Object> practical,
        @Schema(description = "For an escort: where, when, ready (who helps the client to get ready), vehicle, taxi.") @Nullable Map<String, @Nullable String> escort,
        @Schema(description = "Who stays responsible for care (R3). Missing from a professional, a coordinator asks for it.")
        @Nullable String responsibleForCare,
        @Nullable String contactPerson,
        @Nullable String contactDeputy,
        @Schema(description = "What may be told back to the requester.") @Nullable String tellBack,
        @Schema(description = "What is in the home that some volunteers avoid: CAT, DOG, OTHER_ANIMAL, SMOKE, SCENT, DUST.", example = "[\"CAT\"]") @Nullable List<String> around,
        @Schema(description = "How well a volunteer must speak the language: A2, B1, B2 or C1; B1, everyday talk, when missing.", example = "B1") @Nullable String languageLevel,
        @Schema(description = "ISO 639-1: languages the client would like to practise.", example = "[\"fi\"]") @Nullable List<String> practises,
        @Schema(description = "The client gladly helps a volunteer to practise the language.") @Nullable Boolean welcomesPractice) {

    @Schema(name = "RequestClient", requiredProperties = {"name", "district"})
    record Client(@Nullable String name, @Nullable String phone, @Nullable String email, @Nullable Integer birthYear,
            @Nullable String language, @Schema(description = "Code of a Helsinki district.", example = "703") @Nullable String district,
            @Nullable String address) {}

    @Schema(name = "RequestRequester")
    record Requester(@Nullable String name, @Nullable String email, @Nullable String phone, @Nullable String organisation) {}

    @Schema(name = "RequestConsent")
    record Consent(@Nullable String askedBy, @Nullable LocalDate askedOn) {}

    private static final List<String> TRUE_OR_FALSE = List.of("pets", "smoking", "needsStrength", "needsCar");
    private static final List<String> SWITCHES = List.of("pets", "smoking", "needsStrength", "needsCar", "genderWish");

    /** @param language of the answer, and of what we write to the requester */
    NewRequest sent(String language, String account, String accountName) {
        var said = practical == null ? Map.<String, @Nullable Object>of() : practical;
        var c = client == null ? new Client(null, null, null, null, null, null, null) : client;
        var r = requester == null ? new Requester(null, null, null, null) : requester;
        return new NewRequest(askedBy,
                new NewRequest.Client(text(c.name), text(c.phone), text(c.email), c.birthYear, text(c.language), text(c.district),
                        text(c.address), words(said)),
                new NewRequest.Requester(text(r.name) == null ? accountName : text(r.name), text(r.email), text(r.phone), text(r.organisation)),
                Boolean.TRUE.equals(consentGiven),
                consent == null ? new NewRequest.Consent(null, null) : new NewRequest.Consent(text(consent.askedBy), consent.askedOn),
                list(kinds), lines(description), list(languages), list(times), recurring, hoursPerWeek, startOn,
                new NewRequest.Home(yes(said, "pets"), yes(said, "smoking"), yes(said, "needsStrength"), yes(said, "needsCar"),
                        said.get("genderWish") == null ? null : said.get("genderWish").toString()),
                words(escort == null ? Map.of() : escort),
                new NewRequest.Care(text(responsibleForCare), text(contactPerson), text(contactDeputy), text(tellBack)),
                new NewRequest.Wishes(list(around), text(languageLevel), list(practises), Boolean.TRUE.equals(welcomesPractice)), language, account);
    }

    /** @return fields of {@code practical} with a value of another type than theirs; the mapper knows that map's values only as values */
    List<String> wrongTypes() {
        return practical == null ? List.of() : practical.entrySet().stream()
                .filter(said -> said.getValue() != null && !(TRUE_OR_FALSE.contains(said.getKey()) ? said.getValue() instanceof Boolean : said.getValue() instanceof String))
                .map(said -> "practical." + said.getKey()).sorted().toList();
    }

    private static Map<String, String> words(Map<String, ?> said) {
        var words = new TreeMap<String, String>();
        said.forEach((key, value) -> {
            var text = value instanceof String typed ? text(typed) : null;
            if (text != null && !SWITCHES.contains(key)) {
                words.put(key, text);
            }
        });
        return words;
    }

    private static boolean yes(Map<String, ?> said, String key) {
        return Boolean.TRUE.equals(said.get(key));
    }

    private static List<String> list(@Nullable List<@Nullable String> values) {
        return values == null ? List.of() : values.stream().map(v -> v == null ? "" : Typed.clean(v, false)).toList();
    }

    private static @Nullable String text(@Nullable String value) {
        return text(value, false);
    }

    private static @Nullable String lines(@Nullable String value) {
        return text(value, true);
    }

    private static @Nullable String text(@Nullable String value, boolean lines) {
        var typed = value == null ? "" : Typed.clean(value, lines);
        return typed.isEmpty() ? null : typed;
    }
}
