package org.apusilta.messaging.internal;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.apusilta.messaging.Messages;
import org.apusilta.messaging.Recipient;
import org.apusilta.messaging.Template;
import org.apusilta.messaging.internal.Outbox.Planned;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes messages into the outbox, in the caller's transaction. */
@Service
class OutgoingMessages implements Messages {

    private final LetterWriter letters;
    private final Outbox outbox;
    private final Links links;
    private final Exits exits;

    OutgoingMessages(LetterWriter letters, Outbox outbox, Links links, Exits exits) {
        this.letters = letters;
        this.outbox = outbox;
        this.links = links;
        this.exits = exits;
    }

    @Override
    @Transactional
    public UUID send(Draft draft) {
        var language = Set.of("fi", "sv", "en").contains(draft.to().language()) ? draft.to().language() : "fi";
        var exit = exits.exit(draft.to());
        // a letter carries no link: whoever reads it on paper answers by phone or paper
        var link = draft.link() == null || exit.channel().equals("LETTER") ? null : exits.remembersLinks() ? links.addOpen(draft.caseId(), draft.link(), language) : links.add(draft.caseId(), draft.link(), language);
        var letter = letters.write(Template.of(draft.template()), draft.facts(), draft.to().name(), Locale.forLanguageTag(language), link != null);
        return outbox.add(new Planned(draft.caseId(), draft.to(), exit.channel(), exit.address(), draft.template(), language, letter,
                link == null ? null : link.id(), link == null ? null : link.path(), exit.state()));
    }

    @Override
    public boolean reaches(Recipient to) {
        return !exits.exit(to).channel().equals("LETTER");
    }

    @Override
    @Transactional
    public UUID send(Draft draft, Attachment file) {
        var id = send(draft);
        outbox.attach(id, file);
        return id;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Sent> of(UUID caseId) {
        return outbox.of(caseId);
    }

    @Override
    @Transactional
    public boolean told(UUID caseId, UUID message, String by) {
        return outbox.told(caseId, message, by);
    }

    @Override
    @Transactional
    public void revokeLinks(UUID caseId, String... purposes) {
        if (purposes.length > 0) {
            links.revoke(caseId, List.of(purposes));
        }
    }

    @Override
    @Transactional
    public void silence(UUID caseId, Set<Recipient.Role> roles, Set<String> addresses) {
        roles.forEach(role -> outbox.silence(caseId, role, null));
        addresses.forEach(address -> outbox.silence(caseId, null, address));
        outbox.letGo(caseId);
    }

    @Override
    @Transactional
    public void hold(UUID caseId, Set<Recipient.Role> roles, Set<String> addresses) {
        roles.forEach(role -> outbox.hold(caseId, role, null));
        addresses.forEach(address -> outbox.hold(caseId, null, address));
    }

    @Override
    @Transactional
    public void letGo(UUID caseId) {
        outbox.letGo(caseId);
    }
}
