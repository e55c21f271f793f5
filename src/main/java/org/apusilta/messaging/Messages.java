package org.apusilta.messaging;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/**
 * The one door out. {@link #send} writes a row in the caller's transaction; a sender delivers it afterwards, on any node, with
 * retry. Which messages there are and what facts each needs: {@link Template}. Subjects hold no personal data.
 */
public interface Messages {

    /**
     * @param template name in kebab-case, such as {@code request-received}, see {@link Template#key()}
     * @param facts values the words may print; plain text, escaped by us; for the allowed names see {@link Template}
     * @param link a link to give along, or null
     */
    record Draft(UUID caseId, Recipient to, String template, Map<String, String> facts, @Nullable LinkFor link) {}

    /**
     * A link that opens one page for one purpose. Its token is made at the moment of delivery and kept as a hash only.
     *
     * @param purpose which {@link LinkPage} answers, such as {@code offer}
     * @param subject id of the thing the page is about (an offer, an agreement side …)
     */
    record LinkFor(String purpose, UUID subject, Duration validFor) {}

    /** A file that goes with an e-mail, such as a calendar entry; other channels leave it out, so the words must say it all. */
    record Attachment(String name, String mediaType, byte[] content) {}

    /**
     * What was sent, as the Case tab and the demo's mailbox show it.
     *
     * @param channel EMAIL, SMS or LETTER; a letter is to be told by phone or letter by a person
     * @param body plain text; the place of a link is marked, the link itself is only in what the recipient got
     * @param links paths such as {@code /l/…}, in the demo and in tests only; else empty, for staff must not answer for people
     * @param state PLANNED, SENDING, SENT, FAILED (given up, a person must tell), BY_HAND (a person tells), TOLD (a person has), REVOKED
     * @param toldBy the account that told it by phone or letter, null in any other state
     */
    record Sent(UUID id, UUID caseId, String template, Recipient.Role role, String to, String channel, String subject,
            String body, List<String> links, Instant writtenAt, @Nullable Instant sentAt, String state, @Nullable String toldBy,
            @Nullable Instant toldAt) {

        /** As staff may read it: a link acts for its recipient, so nobody else sees it. @param instead what stands in its place */
        public Sent withoutLinks(String instead) {
            return new Sent(id, caseId, template, role, to, channel, subject, body.replaceAll("\\S*/l/\\S+", Matcher.quoteReplacement(instead)), List.of(),
                    writtenAt, sentAt, state, toldBy, toldAt);
        }

        /** Whether it reaches its recipient only when a person calls or writes. */
        public boolean toTell() {
            return state.equals("BY_HAND") || state.equals("FAILED");
        }
    }

    /**
     * Writes one message to be sent after the commit.
     *
     * @return its id
     * @throws IllegalArgumentException when the template, a fact or the lack of one is not as {@link Template} says
     */
    UUID send(Draft draft);

    /** @return whether a machine can bring a message to this recipient; else a person has to */
    boolean reaches(Recipient to);

    /** As {@link #send(Draft)}, with a file when it goes by e-mail. */
    UUID send(Draft draft, Attachment file);

    /** @return what was written in this case, oldest first */
    List<Sent> of(UUID caseId);

    /**
     * Keeps that a person has told by phone or letter what no machine could bring. Told twice, the first stays.
     *
     * @param by the account that told it
     * @return false when the case has no such message, or it is not a person's to tell
     */
    boolean told(UUID caseId, UUID message, String by);

    /**
     * Takes back the case's open links for these purposes: the pages say plainly that it is no longer open, and messages not yet
     * sent that carry such a link are not sent. For an offer that was released, an agreement that was dropped.
     */
    void revokeLinks(UUID caseId, String... purposes);

    /**
     * From now on no machine writes to these parts and addresses in this case, whoever asks for it: after a death. What waits in
     * the outbox, or for a person to tell, is taken back; what is written later is kept as REVOKED and never leaves.
     *
     * @param addresses e-mail addresses and phone numbers of the household, in whatever part they turn up
     */
    void silence(UUID caseId, Set<Recipient.Role> roles, Set<String> addresses);

    /**
     * For the time being no machine writes to these parts and addresses in this case: a death was told and is not yet known to be
     * so. What waits, and what is written meanwhile, stays in the outbox until {@link #letGo}, or is taken back by {@link #silence}.
     */
    void hold(UUID caseId, Set<Recipient.Role> roles, Set<String> addresses);

    /** What was held back in this case leaves now. */
    void letGo(UUID caseId);
}
