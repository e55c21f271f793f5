package org.apusilta.messaging.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.apusilta.ApusiltaTest;
import org.apusilta.messaging.Messages;
import org.apusilta.messaging.Messages.Draft;
import org.apusilta.messaging.Messages.LinkFor;
import org.apusilta.messaging.Recipient;
import org.apusilta.messaging.internal.LinkDesk;
import org.apusilta.messaging.internal.LatestMessages;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

@ApusiltaTest
class LinkIT {

    @Autowired MockMvc http;
    @Autowired Messages messages;
    @Autowired LinkDesk desk;
    @Autowired LatestMessages latest;
    @Autowired Guestbook guestbook;

    private final UUID caseId = UUID.randomUUID();
    private final UUID subject = UUID.randomUUID();

    @AfterEach
    void reset() {
        ClockUtil.reset();
    }

    private String link(Duration validFor) {
        messages.send(new Draft(caseId, new Recipient(Recipient.Role.CLIENT, "Aino", "aino@example.invalid", null, "sv"), "request-accepted",
                Map.of("reference", "AP-1"), new LinkFor("guestbook", subject, validFor)));
        return messages.of(caseId).get(messages.of(caseId).size() - 1).links().get(0);
    }

    private int answers() {
        return guestbook.answers.getOrDefault(subject, new AtomicInteger()).get();
    }

    @Test
    void openingALinkShowsItsPageInThePersonsLanguageAndChangesNothing() throws Exception {
        http.perform(get(link(Duration.ofDays(1)))).andExpect(status().isOk()).andExpect(content().string(Matchers.containsString("shown in sv")))
                .andExpect(header().string("Referrer-Policy", "no-referrer")).andExpect(header().string("X-Robots-Tag", Matchers.containsString("noindex")))
                .andExpect(header().string("Cache-Control", Matchers.containsString("no-store")));
        assertThat(answers()).isZero();
    }

    @Test
    void theReaderMayChooseAnotherLanguage() throws Exception {
        http.perform(get(link(Duration.ofDays(1)) + "?lang=en")).andExpect(content().string(Matchers.containsString("shown in en")));
    }

    @Test
    void onlyTheFormWithItsCsrfFieldActs() throws Exception {
        var link = link(Duration.ofDays(1));
        http.perform(post(link).param("word", "yes")).andExpect(status().isForbidden());
        assertThat(answers()).isZero();
        http.perform(post(link).param("word", "yes").with(csrf())).andExpect(status().isOk()).andExpect(content().string(Matchers.containsString("answered yes")));
        assertThat(answers()).isEqualTo(1);
    }

    @Test
    void aSecondAnswerOnlyShowsThePage() throws Exception {
        var link = link(Duration.ofDays(1));
        http.perform(post(link).param("word", "yes").with(csrf()));
        http.perform(post(link).param("word", "no").with(csrf())).andExpect(content().string(Matchers.containsString("shown in sv")));
        assertThat(answers()).isEqualTo(1);
    }

    @Test
    void aFormToBeMendedCanBeSentAgain() throws Exception {
        var link = link(Duration.ofDays(1));
        http.perform(post(link).param("bad", "1").with(csrf()));
        http.perform(post(link).param("word", "yes").with(csrf())).andExpect(content().string(Matchers.containsString("answered yes")));
    }

    @Test
    void ofManyClicksAtTheSameInstantOneActs() throws Exception {
        var token = link(Duration.ofDays(1)).substring(3);
        var threads = Executors.newFixedThreadPool(8);
        try {
            threads.invokeAll(Collections.nCopies(8, (Callable<?>) () -> desk.answer(token, Map.of("word", "yes"), Locale.ENGLISH)))
                    .forEach(f -> assertThat(f).succeedsWithin(Duration.ofSeconds(20)));
        } finally {
            threads.shutdownNow();
        }
        assertThat(answers()).isEqualTo(1);
    }

    @Test
    void whereTwoMeetItIsTriedOnceMoreAndAFaultIsNot() throws Exception {
        var link = link(Duration.ofDays(1));
        http.perform(post(link).param("met", "1").param("word", "yes").with(csrf())).andExpect(content().string(Matchers.containsString("answered yes")));
        assertThat(answers()).isEqualTo(2);
        var broken = link(Duration.ofDays(1));
        assertThatThrownBy(() -> http.perform(post(broken).param("fault", "1").with(csrf()))).hasRootCauseMessage("A fault of ours");
        assertThat(answers()).as("done once").isEqualTo(3);
    }

    @Test
    void anUnknownAnExpiredAndARevokedLinkEachSayWhatIsTheMatter() throws Exception {
        http.perform(get("/l/nothing")).andExpect(status().isNotFound()).andExpect(content().string(Matchers.containsString("Linkki ei toimi")));
        http.perform(get("/l/nothing/at/all")).andExpect(status().isNotFound()).andExpect(content().string(Matchers.containsString("Linkki ei toimi")));
        var revoked = link(Duration.ofDays(1));
        messages.revokeLinks(caseId, "guestbook");
        http.perform(get(revoked)).andExpect(status().isGone()).andExpect(content().string(Matchers.containsString("inte längre öppet")));
        var late = link(Duration.ofDays(1));
        ClockUtil.offset(Duration.ofDays(2).toMillis());
        http.perform(get(late)).andExpect(status().isGone()).andExpect(content().string(Matchers.containsString("har gått ut")));
        http.perform(post(late).param("word", "yes").with(csrf())).andExpect(status().isGone());
        http.perform(put(late).with(csrf())).andExpect(status().isNotFound());
        assertThat(answers()).isZero();
    }

    @Test
    void theFileBehindALinkIsServedWhileItIsOpen() throws Exception {
        http.perform(get(link(Duration.ofDays(1)) + "/file")).andExpect(status().isOk()).andExpect(content().contentType(MediaType.APPLICATION_PDF))
                .andExpect(header().string("Referrer-Policy", "no-referrer"));
        http.perform(get("/l/nothing/file")).andExpect(status().isNotFound());
    }

    @Test
    void theDemosMailboxListsACasesMessagesWithLinksOnTheHostThatWasAsked() throws Exception {
        var path = link(Duration.ofDays(1));
        var mailbox = MockMvcBuilders.standaloneSetup(new DemoMailbox(messages, latest)).build();
        mailbox.perform(get("http://box.invalid:8104/demo/messages").queryParam("caseId", caseId.toString()).accept(MediaType.APPLICATION_JSON))
                .andExpect(content().json("""
                        [{"to": "aino@example.invalid", "channel": "EMAIL", "links": ["http://box.invalid:8104%s"]}]""".formatted(path)))
                .andExpect(content().string(Matchers.containsString("http://box.invalid:8104" + path)));
        mailbox.perform(get("/demo/messages").accept(MediaType.APPLICATION_JSON)).andExpect(status().isOk());
        mailbox.perform(get("/demo/messages").accept(MediaType.TEXT_HTML)).andExpect(status().isOk());
    }
}
