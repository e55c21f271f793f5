package org.apusilta.request;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is asked for may change at any moment. What was before is kept: who said it, when, old and new. */
public interface RequestChanges {

    /** @param saidBy CLIENT, REQUESTER or COORDINATOR @param account null by link @param was by field, empty while a coordinator has not agreed */
    record Changed(UUID id, String saidBy, @Nullable String account, @Nullable String words, Map<String, String> wanted, Map<String, String> was,
            Instant saidAt, @Nullable Instant appliedAt) {}

    /**
     * By who asked, through their link. Until two people have been brought together it holds at once; then a coordinator looks at it first.
     *
     * @throws IllegalArgumentException when a field is not as {@link Change} says, or nothing is to change
     */
    Change.Result wish(UUID caseId, Change change);

    /**
     * By a coordinator, who has talked with them.
     *
     * @param screenAnew whether what has been arranged is let go and the request is screened anew
     * @throws IllegalArgumentException when a field is not as {@link Change} says, or nothing is to change
     */
    Change.Result record(UUID caseId, Change change, boolean screenAnew, String account);

    /** @return all changes of this case, oldest first */
    List<Changed> of(UUID caseId);
}
