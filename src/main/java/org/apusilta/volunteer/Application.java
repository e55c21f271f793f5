package org.apusilta.volunteer;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apusilta.volunteer.NewApplication.Age;
import org.apusilta.volunteer.NewApplication.Group;
import org.apusilta.volunteer.NewApplication.Guardian;
import org.apusilta.volunteer.NewApplication.HeardFrom;
import org.apusilta.volunteer.NewApplication.Home;
import org.apusilta.volunteer.NewApplication.Person;
import org.jspecify.annotations.Nullable;

/**
 * An application as it is kept. Where it stands, its process knows; here is how it ended.
 *
 * @param id also the volunteer's id, from the moment they stand in the register
 * @param enteredBy account of the coordinator who keyed it in on the phone, null from the page
 * @param major code of the home district's major district
 * @param slots mask as in {@link Vocabulary}, null when not told
 * @param guardianAnswer GIVEN or REFUSED, null while nobody has said
 * @param outcome null while it is open
 */
public record Application(UUID id, String reference, @Nullable String instanceId, Instant receivedAt, @Nullable String enteredBy, @Nullable Group group,
        Person person, @Nullable Integer birthYear, @Nullable Age age, String language, String district, String major, int reachMetres,
        @Nullable Integer slots, List<String> kinds, Map<String, String> languages, boolean practiseFinnish, Home home,
        @Nullable String motivation, @Nullable HeardFrom heardFrom, @Nullable Guardian guardian, @Nullable String guardianAnswer,
        @Nullable Outcome outcome, @Nullable String decidedBy, @Nullable String decidedReason, @Nullable Instant closedAt) {

    /** How it ended. */
    public enum Outcome { ACTIVE, GROUP, NOT_NOW, DECLINED, WITHDRAWN }

    /** @return whether it came by phone and a coordinator keyed it in */
    public boolean byPhone() {
        return enteredBy != null;
    }
}
