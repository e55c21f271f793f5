package org.apusilta.matching.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.apusilta.matching.Matching.OfferState;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the process ask-client asks of us, step by step. Public for {@code matching.process} and {@code matching.web} only. */
@Component
@Transactional
public class AskingClient {

    /** What the page behind the client's link needs to know. @param answerBy in the city's time, null once it is answered or over */
    public record Question(UUID caseId, UUID volunteerId, @Nullable LocalDate answerBy, @Nullable String answer) {}

    private final ClientSide rows;
    private final ClientMessages messages;
    private final Portraits portraits;

    AskingClient(ClientSide rows, ClientMessages messages, Portraits portraits) {
        this.rows = rows;
        this.messages = messages;
        this.portraits = portraits;
    }

    /** Asks the client, in writing when they can be reached so; else only the coordinator's task does, by phone. */
    public void propose(UUID offerId, String instanceId, Instant answerBy) {
        rows.asked(offerId, instanceId, answerBy);
        messages.proposed(rows.find(offerId).orElseThrow());
    }

    /** Reminds the client once, while the answer is awaited. */
    public void remind(UUID offerId) {
        if (rows.reminded(offerId)) {
            messages.reminded(rows.find(offerId).orElseThrow());
        }
    }

    /** @return whether the client's answer by link was awaited until now */
    public boolean answer(UUID offerId, boolean yes) {
        return rows.answered(offerId, yes, "LINK", null);
    }

    /**
     * Keeps what a coordinator heard, unless the client's own answer came first.
     *
     * @param answer YES or NO, null when nothing was decided
     * @return the client's answer as it stands now, YES or NO; null when there is none
     */
    public @Nullable String record(UUID offerId, @Nullable String answer, @Nullable String means, @Nullable String by) {
        if (answer != null) {
            rows.answered(offerId, answer.equals("YES"), means == null ? "PHONE" : means, by);
        }
        return rows.find(offerId).orElseThrow().clientAnswer();
    }

    /** The client would rather meet somebody else: the volunteer is thanked and free again, without any mark. */
    public void thank(UUID offerId) {
        if (rows.declined(offerId)) {
            messages.declined(rows.find(offerId).orElseThrow());
        }
    }

    /** @return the instance that waits for the client's answer, while it is awaited */
    @Transactional(readOnly = true)
    public Optional<String> waiting(UUID offerId) {
        return rows.find(offerId).filter(ClientSide.Row::awaited).map(ClientSide.Row::clientInstanceId);
    }

    /** @return the question as it stands; a yes to a volunteer who does not come after all is none any more */
    @Transactional(readOnly = true)
    public Optional<Question> question(UUID offerId) {
        return rows.find(offerId).map(row -> new Question(row.caseId(), row.volunteerId(),
                row.awaited() ? row.clientAnswerBy().atZone(Asks.HELSINKI).toLocalDate() : null,
                row.state() == OfferState.RELEASED ? null : row.clientAnswer()));
    }

    /** @return who is proposed to the client, as the client may hear it */
    @Transactional(readOnly = true)
    public Portrait portrait(UUID caseId, UUID volunteerId, Locale reader) {
        return portraits.of(caseId, volunteerId, reader);
    }
}
