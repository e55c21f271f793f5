package org.apusilta.messaging.internal;

import jakarta.mail.MessagingException;
import jakarta.mail.util.ByteArrayDataSource;
import java.nio.charset.StandardCharsets;
import org.apusilta.messaging.Messages.Attachment;
import org.apusilta.messaging.internal.Outbox.Claimed;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;

/** E-mail by SMTP: text and HTML of the same words. */
class Mail {

    private final JavaMailSender smtp;
    private final String from;

    Mail(JavaMailSender smtp, String from) {
        this.smtp = smtp;
        this.from = from;
    }

    void send(Claimed message, @Nullable String link, @Nullable Attachment file) {
        try {
            var mail = smtp.createMimeMessage();
            var parts = new MimeMessageHelper(mail, true, StandardCharsets.UTF_8.name());
            parts.setFrom(from);
            parts.setTo(message.address());
            parts.setSubject(message.subject());
            parts.setText(LetterWriter.linked(message.body(), link), LetterWriter.linked(message.html(), link));
            if (file != null) {
                parts.addAttachment(file.name(), new ByteArrayDataSource(file.content(), file.mediaType()));
            }
            mail.setHeader("Auto-Submitted", "auto-generated");
            mail.setHeader("X-Apusilta-Message", message.id().toString());
            smtp.send(mail);
        } catch (MessagingException e) {
            throw new IllegalStateException("The message could not be composed", e);
        }
    }
}
