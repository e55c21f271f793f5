package org.apusilta.volunteer;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The register, as other modules use it. For set-wise work in SQL there is the view {@code apusilta.volunteer_available}, which
 * holds no names; a change to anybody in it is told by {@link VolunteerChanged}, or by {@link RegisterFilled} for many at once.
 */
public interface Volunteers {

    /** @param language fi, sv or en: how we write to the volunteer */
    record Contact(UUID id, String givenName, String familyName, @Nullable String email, @Nullable String phone, String language) {

        /** @return given and family name */
        public String name() {
            return givenName + " " + familyName;
        }
    }

    /**
     * Who somebody is, without how to reach them.
     *
     * @param languages ISO 639 codes of those spoken at B1 or better @param interests codes such as {@code MUSIC}
     * @param slots mask of the times they can come, null when not told @param x metres, as in the catalogue's districts
     */
    record Profile(String givenName, int birthYear, List<String> languages, List<String> interests, @Nullable Integer slots, int x, int y) {}

    /** @return who this volunteer is */
    Optional<Profile> profile(UUID id);

    /** @return how to reach this volunteer */
    Optional<Contact> contact(UUID id);

    /** @return how to reach these volunteers, by id; unknown ids are left out */
    Map<UUID, Contact> contacts(Collection<UUID> ids);

    /**
     * Books one of the volunteer's places, when one is free and nothing is missing for these kinds at this very moment: active, agreement
     * and insurance valid, age covered, trainings done, check valid where a kind needs one. One conditional update, so that two at the
     * same instant can never both get the last place; the table refuses what would pass it by.
     *
     * @param kinds codes of the kinds of help it is for
     * @return whether it was booked
     */
    boolean reserve(UUID id, Collection<String> kinds);

    /**
     * What somebody booked lacks today for these kinds, asked again when the match is made: some of AGREEMENT, AGE, INSURANCE, CHECK and TRAINING.
     * Their row stays locked until the caller's transaction ends, so that what was found in order is in order when it commits.
     */
    List<String> lacks(UUID id, Collection<String> kinds);

    /**
     * Gives one booked place back. The caller calls it once for each booking.
     *
     * @param endedOn when the volunteer has served in a task that ended now: the day; null when only an offer lapsed
     */
    void letGo(UUID id, @Nullable LocalDate endedOn);

    /** Why a volunteer rests or stops, as they say it; nobody has to. {@code HARD}: something that happened as a volunteer. */
    enum Reason { TIME, HEALTH, MOVES, LIFE, OTHER_TASKS, HARD, NOT_TOLD }

    /** What {@code by} is when volunteers tell it themselves, by link; anything else is the account that heard it by phone. */
    String THEMSELVES = "VOLUNTEER";

    /**
     * The volunteer stops, today. {@link VolunteerGone} is published, on which each owner lets go of what they had in hand; what
     * follows is {@code volunteer-change}.
     *
     * @param words why, in their own words
     * @param by account, or {@link #THEMSELVES}
     * @return false when they had left before
     */
    boolean leave(UUID id, Reason reason, @Nullable String words, String by);

    /** The same without a reason. */
    boolean leave(UUID id, String by);

    /**
     * Not proposed to anybody until the day after; ends by itself, and the return is told. {@link VolunteerPaused} is published;
     * what follows is {@code volunteer-change}.
     *
     * @param until last day, today or later
     * @return false when they have left
     */
    boolean pause(UUID id, LocalDate until, Reason reason, @Nullable String words, String by);

    /** The same without a reason. */
    boolean pause(UUID id, LocalDate until, String by);

    /** Back before the rest is over. {@link VolunteerReturned} is published. @return false when they do not rest, or have left */
    boolean comeBack(UUID id, String by);

    /** Not proposed for a while after something hard; what they have in hand goes on. Never shortens a rest. */
    void coolOff(UUID id, LocalDate until, String by);

    /** @return the last day on which they are not to be proposed, when there is one to come */
    Optional<LocalDate> restingUntil(UUID id);

    /** @return whether they have said that they cannot come on this day */
    boolean away(UUID id, LocalDate day);

    /** @return whether they have left */
    boolean hasLeft(UUID id);
}
