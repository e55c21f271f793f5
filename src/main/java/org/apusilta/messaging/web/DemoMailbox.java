package org.apusilta.messaging.web;

import java.util.List;
import java.util.UUID;
import org.apusilta.messaging.Messages;
import org.apusilta.messaging.Messages.Sent;
import org.apusilta.messaging.internal.LatestMessages;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** What the demo has sent to its invented people, newest last. There is no such page outside the demo. */
@Controller
@Profile("demo")
class DemoMailbox {

    private static final int SHOWN = 100;

    private final Messages messages;
    private final LatestMessages latest;

    DemoMailbox(Messages messages, LatestMessages latest) {
        this.messages = messages;
        this.latest = latest;
    }

    /** @param links absolute addresses on the host and port that were asked */
    public record DemoMessage(String to, String channel, String subject, String body, List<String> links) {}

    @GetMapping(path = "/demo/messages", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView page(@RequestParam(required = false) @Nullable UUID caseId) {
        return new ModelAndView("messages/mailbox").addObject("messages", shown(caseId)).addObject("limit", caseId == null ? SHOWN : null);
    }

    @GetMapping(path = "/demo/messages", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    List<DemoMessage> list(@RequestParam(required = false) @Nullable UUID caseId) {
        return shown(caseId);
    }

    private List<DemoMessage> shown(@Nullable UUID caseId) {
        var here = ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString();
        return (caseId == null ? latest.latest(SHOWN) : messages.of(caseId)).stream().map(m -> at(here, m)).toList();
    }

    private static DemoMessage at(String here, Sent message) {
        var body = message.links().stream().reduce(message.body(), (text, path) -> text.replace(path, here + path));
        return new DemoMessage(message.to(), message.channel(), message.subject(), body,
                message.links().stream().map(here::concat).toList());
    }
}
