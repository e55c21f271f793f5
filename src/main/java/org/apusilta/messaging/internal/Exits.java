package org.apusilta.messaging.internal;

import java.util.Locale;
import org.apusilta.messaging.Messages.Attachment;
import org.apusilta.messaging.Recipient;
import org.apusilta.messaging.internal.Outbox.Claimed;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/**
 * By which way a message can leave this installation. Without an SMS gateway a phone number means that a person calls; in the
 * demo and in tests nothing leaves unless a mail server is named: the message counts as sent, and its link is remembered.
 */
@Component
class Exits {

    private final @Nullable Mail mail;
    private final @Nullable SmsGateway sms;
    private final boolean demo;

    @Autowired
    Exits(ObjectProvider<Mail> mail, ObjectProvider<SmsGateway> sms, Environment environment) {
        this(mail.getIfAvailable(), sms.getIfAvailable(), environment.acceptsProfiles(Profiles.of("demo | test")));
    }

    Exits(@Nullable Mail mail, @Nullable SmsGateway sms, boolean demo) {
        this.mail = mail;
        this.sms = sms;
        this.demo = demo;
    }

    /** @param state the message's first state */
    record Exit(String channel, @Nullable String address, String state) {}

    Exit exit(Recipient to) {
        if (to.email() != null && !to.email().isBlank()) {
            return new Exit("EMAIL", to.email().strip(), demo && mail == null ? "SENT" : "PLANNED");
        }
        if (to.phone() != null && !to.phone().isBlank() && (sms != null || demo)) {
            return new Exit("SMS", to.phone().strip(), sms == null ? "SENT" : "PLANNED");
        }
        return new Exit("LETTER", null, "BY_HAND");
    }

    /** @return whether live links are kept for the demo's mailbox; never where real people are served */
    boolean remembersLinks() {
        return demo;
    }

    /** @param link the link's address, null when there is none @param file goes with an e-mail only @throws RuntimeException when it did not go out */
    void deliver(Claimed message, @Nullable String link, @Nullable Attachment file) {
        if (demo && (message.channel().equals("EMAIL") ? mail : sms) == null) {
            return;   // nothing leaves here; it was only held back for a while
        }
        switch (message.channel()) {
            case "EMAIL" -> need(mail, "mail server").send(message, link, file);
            case "SMS" -> need(sms, "SMS gateway").send(message.id(), message.address(), LetterWriter.linked(message.body(), link));
            default -> throw new IllegalStateException("A " + message.channel().toLowerCase(Locale.ROOT) + " is brought by a person");
        }
    }

    private static <T> T need(@Nullable T exit, String what) {
        if (exit == null) {
            throw new IllegalStateException("No " + what + " is set up");
        }
        return exit;
    }
}
