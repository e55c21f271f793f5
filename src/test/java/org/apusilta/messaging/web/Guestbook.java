package org.apusilta.messaging.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apusilta.messaging.LinkPage;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.springframework.stereotype.Component;

/** A page for the tests: counts who came and what was done. Field "bad" asks to try again; "fault" fails each time, "met" the first. */
@Component
class Guestbook implements LinkPage {

    final Map<UUID, AtomicInteger> answers = new ConcurrentHashMap<>();

    @Override
    public String purpose() {
        return "guestbook";
    }

    @Override
    public Page show(Opened link) {
        return new Page("guestbook", Map.of("text", "shown in " + link.language().getLanguage()));
    }

    @Override
    public Page answer(Opened link, Map<String, String> fields) {
        assertThat(fields).doesNotContainKey("_csrf");
        int count = answers.computeIfAbsent(link.subject(), s -> new AtomicInteger()).incrementAndGet();
        if (fields.containsKey("fault")) {
            throw new IllegalStateException("A fault of ours");
        }
        if (fields.containsKey("met") && count == 1) {
            throw new IllegalStateException(new OptimisticLockingException("Another was faster"));
        }
        return new Page("guestbook", Map.of("text", "answered " + fields.get("word")), !fields.containsKey("bad"));
    }

    @Override
    public File file(Opened link) {
        return new File("book.pdf", "application/pdf", new byte[] {1, 2});
    }
}
