package org.apusilta.request;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Requests as tests send them. Invented people. */
public final class Sent {

    public static final String KIND = "FRIEND_VISIT";

    private Sent() {}

    /** A client who asks alone, in Mellunkylä (major district 7). */
    public static NewRequest bySelf() {
        return by(AskedBy.SELF, null);
    }

    public static NewRequest by(AskedBy who, @Nullable String responsibleForCare) {
        return new NewRequest(who,
                new NewRequest.Client("Aino Kuusela", "040 123 4567", "aino.kuusela@example.org", 1941, "fi", "703", "Kontulankaari 1", Map.of("aids", "rollaattori")),
                who == AskedBy.SELF ? new NewRequest.Requester(null, null, null, null)
                        : new NewRequest.Requester("Sanna Sosiaali", "sanna@example.org", "09 310 1234", "Itäinen palvelukeskus"),
                true, new NewRequest.Consent(null, null), List.of(KIND), "Kaipaan juttuseuraa.", List.of("fi"), List.of("MON_AM"), true, 2.0, null,
                new NewRequest.Home(false, false, false, false, null), Map.of(),
                new NewRequest.Care(responsibleForCare, null, null, "OUTCOME"), "fi", null);
    }
}
