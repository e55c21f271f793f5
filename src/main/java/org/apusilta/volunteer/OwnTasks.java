package org.apusilta.volunteer;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a volunteer has in hand, for their own page: each module that gives volunteers something to do tells its part. */
public interface OwnTasks {

    /**
     * One task.
     *
     * @param what the kind of help, or what it is about, in the reader's language; names no client
     * @param about one line that says where it stands
     * @param doors the pages that go with it, what is asked first
     * @param visits whether a visit of today can be told with one click
     */
    record Task(UUID caseId, String what, String about, List<Door> doors, boolean visits) {}

    /**
     * A page that the volunteer also gets behind a link in a message, opened here without one.
     *
     * @param purpose and subject as in {@code LinkPage.Opened} @param label of its button @param asks whether an answer is awaited
     */
    record Door(String purpose, UUID caseId, UUID subject, String label, boolean asks) {}

    /** @return what is in hand now, what is asked first */
    List<Task> of(UUID volunteerId, Locale language);

    /** @return whether this page is this volunteer's to open now: the caller opens no other */
    default boolean mayOpen(UUID volunteerId, String purpose, UUID caseId, UUID subject) {
        return of(volunteerId, Locale.ENGLISH).stream().flatMap(task -> task.doors().stream())
                .anyMatch(door -> door.purpose().equals(purpose) && door.caseId().equals(caseId) && door.subject().equals(subject));
    }

    /**
     * Keeps that they met on this day.
     *
     * @param by account that heard it by phone, null when told on the own page
     * @return the page to tell more of it; empty when this is no support of theirs that runs
     */
    default Optional<Door> visited(UUID volunteerId, UUID caseId, LocalDate day, @Nullable String by) {
        return Optional.empty();
    }
}
