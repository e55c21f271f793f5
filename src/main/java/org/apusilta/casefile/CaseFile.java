package org.apusilta.casefile;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A case as the Case tab shows it (R1, R5). Codes are for programs, everything else is worded in the reader's language.
 *
 * @param waitingDays whole days since the request came; null once the support runs or the case is closed
 * @param previousReference the request this one goes on from, null when it stands alone
 * @param closing how it ended, null while open
 * @param border each wanted piece and whose work it was decided to be (R7)
 * @param waiting since when the client waits for a volunteer, when we are in touch next, each time we were
 * @param care consent, who stays responsible for care, contacts (R3)
 */
public record CaseFile(UUID id, String reference, String status, String statusText, Instant receivedAt, @Nullable Long waitingDays,
        @Nullable String previousReference, @Nullable String closing, boolean open, Person client, @Nullable Person requester,
        Asked asked, List<Kind> kinds, List<Row> border, List<Row> care, List<Row> practical, List<Question> questions, List<Candidate> candidates, List<Offer> offers, List<Row> waiting, List<PassedOn> handOffs, List<Met> firstMeetings, List<Opening> openings,
        @Nullable Person volunteer, List<Agreement> agreements, @Nullable Support support, List<Message> messages,
        List<Note> notes) {

    /** Something with a label. */
    public record Row(String label, String value) {}

    /** @param role who this is in the case @param more birth year, organisation, address and the like */
    public record Person(String role, String name, @Nullable String phone, @Nullable String email, List<Row> more) {}

    /** @param rows district, times, languages, hours, start, wishes */
    public record Asked(String description, List<Row> rows) {}

    /** The border of one kind (R15, R20): what the volunteer does, and what never. @param demands training, check, confidentiality */
    public record Kind(String code, String name, String belongs, String excluded, List<String> demands) {}

    /** What was asked back, and the answer. @param question null when the general question was asked @param means how it came and who wrote it down */
    public record Question(@Nullable String question, Instant askedAt, @Nullable String answer, @Nullable Instant answeredAt, @Nullable String means) {}

    /** @param score points, one decimal @param reasons one sentence each, with the points it gave */
    public record Candidate(UUID volunteerId, String name, double score, List<Reason> reasons) {}

    /** Why a candidate has points. @param change what would bring those that are missing */
    public record Reason(String sentence, double points, double outOf, @Nullable String change) {}

    /** One offer and its answers. @param clientText what the client said and how we heard it, null before the volunteer's yes */
    public record Offer(String volunteer, String state, String stateText, Instant madeAt, Instant expiresAt, @Nullable Instant answeredAt,
            @Nullable String clientText) {}

    /** One hand-off to a partner. @param rows contact, consent, what was shown, and its steps with their days */
    public record PassedOn(String partner, String stateText, List<Row> rows) {}

    /** One first meeting. @param rows who came along, what was gone through, and what each said, to us alone @param words what they wrote */
    public record Met(String title, List<Row> rows, List<Row> words) {}

    /** One opening of the client's details by the matched volunteer, in words. */
    public record Opening(String who, String what, Instant at) {}

    /**
     * One version of the agreement.
     *
     * @param pdf where the newest version's PDF is, null for older ones
     * @param review when it is gone through again, in words; null when it does not hold
     * @param signable whether its words stand, so that a signed copy can be added
     * @param paperMissing says that somebody signed on paper and no copy is here; null otherwise
     */
    public record Agreement(int number, String volunteer, String task, String help, String excluded, Instant draftedAt,
            @Nullable String clientConfirmed, @Nullable String volunteerConfirmed, @Nullable Instant endedAt,
            @Nullable String pdf, String stateText, @Nullable String review, boolean reviewDue, boolean signable, @Nullable String paperMissing,
            List<SignedCopy> papers) {}

    /** A signed copy on paper. @param link where it is downloaded @param size in bytes @param opened how often it was opened */
    public record SignedCopy(String text, String link, int size, int opened, String author) {}

    /** Running or ended support with what both answered. @param nextAsked when both are asked next, in words @param record our page to record what is heard by phone, null once it has ended */
    public record Support(String volunteer, Instant startedAt, int period, @Nullable Instant endedAt, List<CheckIn> checkIns,
            List<Happening> happenings, @Nullable String record, @Nullable String nextAsked) {}

    /** A visit, concern, pause or view while the support ran, newest first. @param details what was said, as it was said */
    public record Happening(Instant at, String text, List<String> details) {}

    /** @param wellbeing 1 (badly) to 5 (well) */
    public record CheckIn(String side, int period, int wellbeing, boolean concern, @Nullable String note, Instant at) {}

    /**
     * A message we sent or are about to send. Links in it are left out: they belong to the recipient alone.
     *
     * @param toTell whether it reaches its recipient only when a person calls or writes @param toldBy who did, by name
     */
    public record Message(UUID id, String to, String channel, String subject, String body, Instant writtenAt, @Nullable Instant sentAt,
            String stateText, boolean toTell, @Nullable String toldBy, @Nullable Instant toldAt) {}

    /** A note of ours. */
    public record Note(String author, Instant at, String text) {}
}
