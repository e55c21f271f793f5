package org.apusilta.messaging.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apusilta.ApusiltaTest;
import org.apusilta.messaging.Messages.Draft;
import org.apusilta.messaging.Messages.LinkFor;
import org.apusilta.messaging.Messages.Sent;
import org.apusilta.messaging.Recipient;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@ApusiltaTest
class SendingIT {

    @Autowired LetterWriter letters;
    @Autowired Outbox outbox;
    @Autowired Links links;
    @Autowired Clock clock;
    @Autowired JdbcClient db;
    @Autowired PlatformTransactionManager transactions;

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP).dynamicPort())
            .withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
    private final UUID caseId = UUID.randomUUID();
    private OutgoingMessages messages;
    private Sender sender;

    @BeforeEach
    void aHouseWithAMailServer() {
        db.sql("UPDATE apusilta.message SET state = 'FAILED', next_try = NULL WHERE next_try IS NOT NULL").update();
        server.start();
        var smtp = new JavaMailSenderImpl();
        smtp.setHost("127.0.0.1");
        smtp.setPort(server.getSmtp().getPort());
        var exits = new Exits(new Mail(smtp, "Apusilta <no-reply@apusilta.invalid>"), null, false);
        messages = new OutgoingMessages(letters, outbox, links, exits);
        sender = new Sender(outbox, links, exits, new TransactionTemplate(transactions), clock, "https://apusilta.invalid");
    }

    @AfterEach
    void stop() {
        server.stop();
        ClockUtil.reset();
    }

    private Draft draft(String email, LinkFor link) {
        return new Draft(caseId, new Recipient(Recipient.Role.VOLUNTEER, "Päivi Åkerman", email, null, "fi"), "offer-withdrawn",
                Map.of("task", "Ulkoilukaveri"), link);
    }

    private void write(Draft draft) {
        new TransactionTemplate(transactions).executeWithoutResult(t -> messages.send(draft));
    }

    private Sent only() {
        assertThat(outbox.of(caseId)).hasSize(1);
        return outbox.of(caseId).get(0);
    }

    @Test
    void aMessageIsSentAfterTheCommitAsTextAndHtml() throws Exception {
        new TransactionTemplate(transactions).executeWithoutResult(t -> {
            messages.send(draft("paivi@example.invalid", null));
            assertThat(server.getReceivedMessages()).isEmpty();
        });
        assertThat(sender.deliver()).isEqualTo(1);
        var mail = server.getReceivedMessages()[0];
        assertThat(mail.getAllRecipients()[0]).hasToString("paivi@example.invalid");
        assertThat(mail.getSubject()).isEqualTo("Vapaaehtoistehtävä ei ole enää avoinna");
        assertThat(mail.getContentType()).startsWith("multipart/mixed");
        assertThat(GreenMailUtil.getBody(mail)).contains("text/plain", "text/html");
        assertThat(only().state()).isEqualTo("SENT");
        assertThat(sender.deliver()).isZero();
    }

    @Test
    void aFileGoesAlongAndAnInvitationIsOneForTheMailProgram() throws Exception {
        new TransactionTemplate(transactions).executeWithoutResult(t -> messages.send(draft("paivi@example.invalid", null),
                new org.apusilta.messaging.Messages.Attachment("apusilta.ics", "text/calendar; charset=UTF-8; method=REQUEST", "BEGIN:VCALENDAR".getBytes(java.nio.charset.StandardCharsets.UTF_8))));
        assertThat(sender.deliver()).isEqualTo(1);
        var parts = (jakarta.mail.Multipart) server.getReceivedMessages()[0].getContent();
        var file = parts.getBodyPart(parts.getCount() - 1);
        assertThat(file.getFileName()).isEqualTo("apusilta.ics");
        assertThat(file.getContentType()).startsWith("text/calendar").contains("method=REQUEST");
        assertThat(new String(file.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)).isEqualTo("BEGIN:VCALENDAR");
    }

    @Test
    void aMessageOfARolledBackCaseNeverLeaves() {
        new TransactionTemplate(transactions).executeWithoutResult(t -> {
            messages.send(draft("paivi@example.invalid", null));
            t.setRollbackOnly();
        });
        assertThat(sender.deliver()).isZero();
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void whileTheMailServerIsDownWeTryAgainLaterAndThenGiveUp() {
        server.stop();
        write(draft("paivi@example.invalid", null));
        for (var wait : Sender.BACK_OFF) {
            assertThat(sender.deliver()).isEqualTo(1);
            assertThat(only().state()).isEqualTo("PLANNED");
            ClockUtil.offset(ClockUtil.getCurrentTime().getTime() - System.currentTimeMillis() + wait.toMillis() - 5_000);
            assertThat(sender.deliver()).as("not yet").isZero();
            ClockUtil.offset(ClockUtil.getCurrentTime().getTime() - System.currentTimeMillis() + 10_000);
        }
        assertThat(sender.deliver()).isEqualTo(1);
        assertThat(only().state()).isEqualTo("FAILED");
    }

    @Test
    void whenTheMailServerIsBackTheMessageArrives() {
        server.stop();
        write(draft("paivi@example.invalid", null));
        sender.deliver();
        server.start();
        var smtp = new JavaMailSenderImpl();
        smtp.setHost("127.0.0.1");
        smtp.setPort(server.getSmtp().getPort());
        var back = new Sender(outbox, links, new Exits(new Mail(smtp, "a@apusilta.invalid"), null, false), new TransactionTemplate(transactions), clock, "https://x.invalid");
        ClockUtil.offset(Duration.ofMinutes(2).toMillis());
        back.deliver();
        assertThat(only().state()).isEqualTo("SENT");
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void twoSendersAtOnceSendEachMessageOnce() throws Exception {
        IntStream.range(0, 30).forEach(i -> write(draft("v" + i + "@example.invalid", null)));
        var threads = Executors.newFixedThreadPool(4);
        try {
            threads.invokeAll(Collections.nCopies(4, (Callable<Integer>) sender::deliver)).forEach(f -> assertThat(f).succeedsWithin(Duration.ofSeconds(30)));
        } finally {
            threads.shutdownNow();
        }
        var recipients = Arrays.stream(server.getReceivedMessages()).map(m -> GreenMailUtil.getAddressList(recipients(m))).toList();
        assertThat(recipients).hasSize(30).doesNotHaveDuplicates();
    }

    @Test
    void aSenderThatDiesGivesItsMessageBack() {
        write(draft("paivi@example.invalid", null));
        new TransactionTemplate(transactions).executeWithoutResult(t -> outbox.claim(Sender.LEASE));
        assertThat(sender.deliver()).isZero();
        ClockUtil.offset(Sender.LEASE.plusSeconds(1).toMillis());
        assertThat(sender.deliver()).isEqualTo(1);
        assertThat(only().state()).isEqualTo("SENT");
    }

    @Test
    void theLinkIsOnlyInTheMailNeverInOurTables() throws Exception {
        write(draft("paivi@example.invalid", new LinkFor("offer", UUID.randomUUID(), Duration.ofDays(3))));
        sender.deliver();
        var mail = GreenMailUtil.getBody(server.getReceivedMessages()[0]);
        var token = Pattern.compile("https://apusilta.invalid/l/([A-Za-z0-9_-]{32})").matcher(mail.replace("=\r\n", ""));
        assertThat(token.find()).isTrue();
        assertThat(links.find(token.group(1))).get().satisfies(l -> assertThat(l.caseId()).isEqualTo(caseId));
        assertThat(only().body()).contains("[…]").doesNotContain(token.group(1));
        assertThat(only().links()).isEmpty();
        for (var table : List.of("message", "link", "link_token")) {
            assertThat(db.sql("SELECT count(*) FROM apusilta." + table + " t WHERE t::text LIKE ?").param("%" + token.group(1) + "%").query(Long.class).single()).isZero();
        }
    }

    @Test
    void aMessageWhoseLinkWasTakenBackIsNotSent() {
        write(draft("paivi@example.invalid", new LinkFor("offer", UUID.randomUUID(), Duration.ofDays(3))));
        messages.revokeLinks(caseId, "offer");
        assertThat(sender.deliver()).isZero();
        assertThat(only().state()).isEqualTo("REVOKED");
    }

    @Test
    void whoHasNoMailAndNoGatewayReachesIsToldByAPerson() {
        write(new Draft(caseId, new Recipient(Recipient.Role.CLIENT, "Aino", " ", "040 1", "so"), "request-accepted", Map.of("reference", "AP-1"),
                new LinkFor("status", caseId, Duration.ofDays(3))));
        assertThat(only()).satisfies(m -> {
            assertThat(m.channel()).isEqualTo("LETTER");
            assertThat(m.state()).isEqualTo("BY_HAND");
            assertThat(m.body()).startsWith("Hei Aino").doesNotContain("[…]");
        });
        assertThat(sender.deliver()).isZero();
    }

    private static Address[] recipients(MimeMessage message) {
        try {
            return message.getAllRecipients();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
