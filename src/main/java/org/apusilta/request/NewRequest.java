package org.apusilta.request;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request as somebody sends it, before anything is checked; so everything may be missing. {@link HelpRequests#submit} refuses
 * what is not in order and names each field by the path used here and in the API, such as {@code client.district}.
 *
 * @param consentGiven whether the client agreed that a volunteer is asked and this is stored
 * @param kinds catalogue codes, the most wanted first
 * @param description what is hoped for, in the sender's own words; never put into the engine
 * @param languages ISO 639-1 codes the client would like to speak, best first
 * @param times of {@code MON_AM … SUN_EVE}; empty when any time will do
 * @param hoursPerWeek 0.5 to 60
 * @param startOn wanted first day
 * @param escort for an escort: where, when, vehicle, taxi
 * @param wishes what choosing a volunteer needs to know beside the rest
 * @param language fi, sv or en: how we write to the requester
 * @param submittedBy account that sends it, null for the public page
 */
public record NewRequest(@Nullable AskedBy askedBy, Client client, Requester requester, boolean consentGiven, Consent consent,
        List<String> kinds, @Nullable String description, List<String> languages, List<String> times, @Nullable Boolean recurring,
        @Nullable Double hoursPerWeek, @Nullable LocalDate startOn, Home home, Map<String, String> escort, Care care, Wishes wishes,
        String language, @Nullable String submittedBy) {

    /** One that says nothing of the wishes. */
    public NewRequest(@Nullable AskedBy askedBy, Client client, Requester requester, boolean consentGiven, Consent consent,
            List<String> kinds, @Nullable String description, List<String> languages, List<String> times, @Nullable Boolean recurring,
            @Nullable Double hoursPerWeek, @Nullable LocalDate startOn, Home home, Map<String, String> escort, Care care,
            String language, @Nullable String submittedBy) {
        this(askedBy, client, requester, consentGiven, consent, kinds, description, languages, times, recurring, hoursPerWeek, startOn, home, escort, care,
                Wishes.NONE, language, submittedBy);
    }

    /** The person the help is for. @param practical aids, sight, hearing, memory, access …: practical matters, never diagnoses */
    public record Client(@Nullable String name, @Nullable String phone, @Nullable String email, @Nullable Integer birthYear,
            @Nullable String language, @Nullable String district, @Nullable String address, Map<String, String> practical) {}

    /** Who asks; empty when the client asks. */
    public record Requester(@Nullable String name, @Nullable String email, @Nullable String phone, @Nullable String organisation) {}

    /** Who asked the client for consent, and when. @param askedBy the requester when null @param askedOn today when null */
    public record Consent(@Nullable String askedBy, @Nullable LocalDate askedOn) {}

    /** What the volunteer meets at the client's. @param genderWish F, M or null */
    public record Home(boolean pets, boolean smoking, boolean needsStrength, boolean needsCar, @Nullable String genderWish) {}

    /**
     * What some volunteers avoid at a home, how well the language must be spoken, and who would like to practise one (R29).
     *
     * @param around of {@link #AROUND} @param level of {@link #LEVELS}; null when everyday talk is enough
     * @param practises languages the client would like to practise @param welcomes whether the client gladly helps a volunteer to practise theirs
     */
    public record Wishes(List<String> around, @Nullable String level, List<String> practises, boolean welcomes) {

        /** What can be in a home. */
        public static final List<String> AROUND = List.of("CAT", "DOG", "OTHER_ANIMAL", "SMOKE", "SCENT", "DUST");

        /** How well somebody must speak, from simple to fluent. */
        public static final List<String> LEVELS = List.of("A2", "B1", "B2", "C1");

        /** @return whether an animal lives there, whoever ticked the box for pets */
        public boolean animals() {
            return around.stream().anyMatch(List.of("CAT", "DOG", "OTHER_ANIMAL")::contains);
        }

        /** Nothing said. */
        public static final Wishes NONE = new Wishes(List.of(), null, List.of(), false);
    }

    /** What a professional must say (R3). @param tellBack what we may tell the professional afterwards */
    public record Care(@Nullable String responsible, @Nullable String contactPerson, @Nullable String contactDeputy,
            @Nullable String tellBack) {}
}
