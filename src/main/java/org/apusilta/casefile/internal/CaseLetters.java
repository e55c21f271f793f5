package org.apusilta.casefile.internal;

import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apusilta.casefile.CaseFile.Message;
import org.apusilta.messaging.Messages;
import org.springframework.stereotype.Component;

/** The messages of a case, as staff may read them. */
@Component
class CaseLetters {

    private static final Pattern SECRET = Pattern.compile("\\S*/l/\\S+");

    private final Messages messages;

    CaseLetters(Messages messages) {
        this.messages = messages;
    }

    /** Links in a message act for the recipient, so nobody else sees them. */
    List<Message> of(UUID caseId, Wording words) {
        return messages.of(caseId).stream()
                .map(m -> new Message(words.of("role." + m.role()), words.orElse("channel." + m.channel(), m.channel()), m.subject(),
                        SECRET.matcher(m.body()).replaceAll(words.of("link")), m.writtenAt(), m.sentAt(),
                        words.of(m.sentAt() == null ? "message.waiting" : "message.sent")))
                .toList();
    }
}
