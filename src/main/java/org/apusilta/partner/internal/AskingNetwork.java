package org.apusilta.partner.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apusilta.messaging.Messages;
import org.apusilta.messaging.Messages.Draft;
import org.apusilta.messaging.Messages.LinkFor;
import org.apusilta.messaging.Recipient;
import org.apusilta.partner.NetworkAsks;
import org.apusilta.partner.Partners;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the process ask-network asks of us, step by step. Public for {@code partner.process} and {@code partner.web} only. */
@Component
@Transactional
public class AskingNetwork implements NetworkAsks {

    /** Which page a member's link opens. */
    static final String PAGE = "network-ask";

    /** Who comes late reads that it is taken, and not that the link is unknown. */
    private static final Duration LINK = Duration.ofDays(60);

    /** What an answer has brought about: it is theirs; their no is kept; all have said no; or it was too late. */
    public enum Result { THEIRS, NOTED, ALL_SAID_NO, LATE }

    /** What a member's page needs to know. @param theirs whether this member has it */
    public record Question(UUID caseId, UUID partnerId, String instanceId, State state, Instant answerBy, boolean theirs, @Nullable Boolean answered) {}

    private final NetworkRows rows;
    private final Partners partners;
    private final Messages messages;
    private final HandOffWords words;

    AskingNetwork(NetworkRows rows, Partners partners, Messages messages, HandOffWords words) {
        this.rows = rows;
        this.partners = partners;
        this.messages = messages;
        this.words = words;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Network> networks() {
        return rows.networks();
    }

    /** Asks every member, each with a link of its own and in its own language. @return the asking's id */
    public UUID ask(UUID caseId, String instanceId, UUID network, Instant answerBy) {
        var id = rows.open(caseId, instanceId, network, answerBy);
        for (var part : rows.parts(id)) {
            var contact = partners.find(part.partnerId()).orElseThrow().contacts().get(0);
            var told = words.anonymous(caseId, Locale.forLanguageTag(contact.language()));
            messages.send(new Draft(caseId, new Recipient(Recipient.Role.PARTNER, contact.name(), contact.email(), contact.phone(), contact.language()), "network-asked",
                    Map.of("task", told.task(), "area", told.area(), "answerBy", answerBy.atZone(HandOffWords.HELSINKI).toLocalDate().toString()),
                    new LinkFor(PAGE, part.id(), LINK)));
        }
        return id;
    }

    /** Keeps a member's answer. The first yes gets it, whoever else says yes in the same moment. */
    public Result answer(UUID partId, boolean yes) {
        var part = rows.part(partId).orElseThrow();
        if (part.state() != State.OPEN || part.answer() != null) {
            return Result.LATE;
        }
        rows.answered(partId, yes);
        if (yes) {
            return rows.take(part.askId(), part.partnerId()) ? Result.THEIRS : Result.LATE;
        }
        return rows.allSaidNo(part.askId()) ? Result.ALL_SAID_NO : Result.NOTED;
    }

    /** Nobody took it, or nobody needs to any more. */
    public void close(UUID askId) {
        rows.close(askId);
    }

    /** @return the question as it stands for this member */
    @Transactional(readOnly = true)
    public Optional<Question> question(UUID partId) {
        return rows.part(partId).map(one -> new Question(one.caseId(), one.partnerId(), one.instanceId(), one.state(), one.answerBy(),
                one.partnerId().equals(one.takerId()), one.answer() == null ? null : one.answer().equals("YES")));
    }

    @Override
    @Transactional(readOnly = true)
    public List<Ask> of(UUID caseId) {
        return rows.of(caseId);
    }
}
