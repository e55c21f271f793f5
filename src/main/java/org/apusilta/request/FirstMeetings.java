package org.apusilta.request;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** First meetings of a client and a volunteer, and what each side said of it afterwards, to the coordinator alone. */
public interface FirstMeetings {

    /** What is gone through when two people meet: roles, the border, costs, confidentiality, whom to call (R9, R15, R20). */
    enum Topic { ROLES, BORDER, COSTS, SECRECY, HELP }

    /** How it was. */
    enum Felt { GOOD, MIXED, BAD, NOT_HELD }

    /** Whether somebody would like to go on. */
    enum GoOn { YES, NO, NOT_SURE }

    /** @param side CLIENT or VOLUNTEER @param words for the coordinator only, null when none */
    record Answer(String side, Felt felt, GoOn goOn, @Nullable String words, Instant at) {}

    /** @param on null when agreed by phone, without a day on record @param askedAt when both were asked, null before */
    record Meeting(UUID id, UUID caseId, UUID volunteerId, @Nullable LocalDate on, boolean accompanied, @Nullable Instant askedAt,
            List<Topic> covered, List<Answer> answers) {}

    /** @return the first meetings arranged in this case, oldest first: one for each volunteer, more when one was moved */
    List<Meeting> of(UUID caseId);

    /** @return the day of the meeting arranged last, with this volunteer */
    Optional<LocalDate> day(UUID caseId, UUID volunteerId);
}
