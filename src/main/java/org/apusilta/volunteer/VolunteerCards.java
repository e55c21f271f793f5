package org.apusilta.volunteer;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An applicant, a volunteer or an event for volunteers beside one of its tasks in Tasklist; everything in the reader's language. */
public interface VolunteerCards {

    /** @param heading of this part @param lines what it says */
    record Part(String heading, List<CardLine> lines) {}

    /** @param page where there is more: the applicant's page or the person card */
    record Card(UUID id, String name, String state, List<Part> parts, String page) {}

    /** What stands on a folded card in the list: no name. @param kinds what they would like to do @param since when they applied or joined */
    record Short(UUID id, String reference, List<String> kinds, String district, @Nullable Instant since) {}

    /** @return the card; empty when this is neither @throws org.springframework.security.access.AccessDeniedException when it is not the reader's part of the city */
    Optional<Card> of(UUID id, Locale reader);

    /** @return the folded card; the reader's right to the task has been checked */
    Optional<Short> folded(UUID id, Locale reader);
}
