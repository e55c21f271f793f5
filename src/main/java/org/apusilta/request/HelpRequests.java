package org.apusilta.request;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Help requests, as other modules use them. */
public interface HelpRequests {

    /** @param id opaque; the business key of the case's processes @param reference what people say on the phone */
    record Receipt(UUID id, String reference) {}

    /** Who withdraws: decides nothing, is kept for the timeline. */
    enum Who { CLIENT, REQUESTER, COORDINATOR }

    /**
     * Stores the request and starts its process, both or neither.
     *
     * @throws InvalidRequest when something is missing or wrong
     */
    Receipt submit(NewRequest request);

    /** @return the request's facts @throws java.util.NoSuchElementException when there is no such request */
    CaseFacts facts(UUID id);

    /** @return the request, when there is one */
    Optional<CaseFacts> find(UUID id);

    /** @return the facts of the given requests, in no order; unknown ids are left out */
    List<CaseFacts> all(Collection<UUID> ids);

    /** @return the requests this account has sent, newest first */
    List<CaseFacts> submittedBy(String account);

    /** @return the client of this request */
    People.Client client(UUID id);

    /** @return who asked; the client when they asked themselves */
    People.Requester requester(UUID id);

    /** @return the free description, as the requester wrote it; empty when none */
    String description(UUID id);

    /** @return the client's consent */
    People.Consent consent(UUID id);

    /** @return who stays responsible for care, contacts, escort details */
    People.Arrangements arrangements(UUID id);

    /** @return what who made this request may be told; every letter and page asks here */
    TellBack mayTell(UUID id);

    /** @return what was asked back and answered, oldest first */
    List<People.Question> questions(UUID id);

    /**
     * Keeps an answer that came by phone or mail to the question asked last, and tells the process that waits for it.
     *
     * @param by account that writes it down
     * @return false when no question is open (any more)
     */
    boolean answered(UUID id, String text, People.Means means, String by);

    /** @return where the case stands, read off the process */
    RequestStatus status(UUID id);

    /** @return where each case stands */
    Map<UUID, RequestStatus> statuses(Collection<UUID> ids);

    /** @return what a token at this step of this process says about where its case stands: for lists that ask the database */
    RequestStatus stage(String process, String step);

    /**
     * Records how the case ended and publishes {@link CaseReleased}, on which each module lets go of its own. Idempotent: the
     * first outcome stays.
     */
    void close(UUID id, Outcome outcome);

    /** Lets go of everything reserved or offered for this case without ending it. Idempotent. */
    void release(UUID id, CaseReleased.Why why);

    /** Who told us of a death; they need not be called to hear it. */
    enum DeathToldBy { REQUESTER, VOLUNTEER, OTHER }

    /**
     * The client has died; a person says so. From this moment no machine writes to the client's side, in this case and in those it
     * goes on from or that go on from it, and whatever runs ends. Idempotent.
     *
     * @param account who confirms it
     */
    void clientDied(UUID id, DeathToldBy toldBy, String account);

    /** @return whether the client of this request has died, as far as we know */
    boolean died(UUID id);

    /** @return who told us of the death */
    Optional<DeathToldBy> deathToldBy(UUID id);

    /**
     * The volunteer asked or booked in this case leaves (null) or rests until a day; the search goes on, or, when the support runs
     * already, {@link VolunteerAway} is published. Nothing when the case has ended.
     *
     * @param by account, or VOLUNTEER by link
     */
    void volunteerAway(UUID id, @Nullable LocalDate until, String by);

    /** Makes and starts a new request that goes on from this one, after a change of volunteer. @return its id */
    UUID again(UUID id);

    /**
     * Takes a closed request up again as a new one that goes on from it, as a root ends for good; history stays where it is.
     *
     * @param consentAskedBy who has asked the client anew, today
     * @return the new request's id
     * @throws IllegalStateException when the request is open, or goes on already
     */
    UUID reopen(UUID id, String consentAskedBy);

    /** @return the request that goes on from this one */
    Optional<UUID> next(UUID id);

    /**
     * Takes the request back, wherever its process stands; when the support already runs, {@link WithdrawalReceived} is published.
     * Idempotent: a closed or withdrawn request stays as it is.
     */
    void withdraw(UUID id, Who who);

    /**
     * @return other requests of who seems to be the same person: name, birth year, and phone, e-mail or address; nothing when that cannot be said
     */
    Set<UUID> ofSameClient(UUID id);

    /** @return one plain sentence on how the case ended, for the referrer; empty while it is open */
    Optional<String> closingLine(UUID id, Locale language);
}
