package org.apusilta.request;

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
}
