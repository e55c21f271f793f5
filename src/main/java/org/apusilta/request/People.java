package org.apusilta.request;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The people of one request. Never put any of this into the engine, a log or a URL. */
public final class People {

    private People() {}

    /**
     * @param practical aids, sight, hearing, memory, access: practical matters, never diagnoses
     * @param language fi, sv or en: how we write to the client
     */
    public record Client(String name, @Nullable String phone, @Nullable String email, @Nullable Integer birthYear, String language,
            @Nullable String address, Map<String, String> practical) {}

    /** @param role who asks */
    public record Requester(AskedBy role, String name, @Nullable String email, @Nullable String phone, @Nullable String organisation,
            String language) {}

    /** Who asked the client for consent, when, and to what the client said yes ({@code VOLUNTEER_IS_ASKED}). */
    public record Consent(String askedBy, LocalDate askedOn, String givenTo, Instant recordedAt) {}

    /** What a professional said about care and contact (R3). @param escort for an escort: where, when, vehicle, taxi */
    public record Arrangements(@Nullable String responsibleForCare, @Nullable String contactPerson, @Nullable String contactDeputy,
            @Nullable String tellBack, Map<String, String> escort) {}

    /** How an answer came. */
    public enum Means { LINK, PHONE, MAIL }

    /**
     * A question asked during clarification.
     *
     * @param question null when the general question was asked
     * @param recordedBy account that wrote the answer down, null when it came by link
     */
    public record Question(@Nullable String question, Instant askedAt, @Nullable String answer, @Nullable Instant answeredAt,
            @Nullable Means means, @Nullable String recordedBy) {}
}
