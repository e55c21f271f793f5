package org.apusilta.messaging.internal;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apusilta.messaging.Template;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Writes a message as text and as HTML, in one language. Where a link goes stands a mark, replaced when it is delivered. */
@Component
class LetterWriter {

    /** A private-use character cannot come from a keyboard; facts are stripped of it. */
    static final String LINK = "\uE000link";

    /** A request's or application's number: a narrow screen must not break it at its hyphens. */
    private static final Pattern NUMBER = Pattern.compile("\\b[A-Z]{2}-\\d{4}-\\d+");

    private final Wording wording;
    private final String phone;
    private final SpringTemplateEngine engine = new SpringTemplateEngine();

    LetterWriter(Wording wording, @Value("${apusilta.messages.phone:}") String phone) {
        this.wording = wording;
        this.phone = phone;
        engine.setEnableSpringELCompiler(true);
        engine.addTemplateResolver(resolver(".txt", TemplateMode.TEXT, 1));
        engine.addTemplateResolver(resolver(".html", TemplateMode.HTML, 2));
    }

    /** @param body plain text */
    record Letter(String subject, String body, String html) {}

    Letter write(Template template, Map<String, String> facts, String name, Locale language, boolean withLink) {
        var words = wording.of(template, facts, withoutMark(name), language);
        var link = withLink && words.link() == null ? wording.text("mail.link", language) : withLink ? words.link() : null;
        var model = new Context(language, Map.of(
                "greeting", wording.text("mail.greeting", language).replace("{name}", withoutMark(name)),
                "paragraphs", words.paragraphs(),
                "ending", wording.text("mail.ending", language),
                "noReply", wording.text("mail.noReply", language)));
        model.setVariable("html", words.paragraphs().stream().map(LetterWriter::html).toList());
        model.setVariable("subject", words.subject());
        model.setVariable("link", link);
        model.setVariable("mark", LINK);
        model.setVariable("phone", phone.isBlank() ? null : wording.text("mail.phone", language).replace("{phone}", phone));
        return new Letter(words.subject(), engine.process("message.txt", model).strip().replaceAll("\n{3,}", "\n\n") + "\n", engine.process("message.html", model));
    }

    private static String html(String paragraph) {
        return NUMBER.matcher(HtmlUtils.htmlEscape(paragraph, "UTF-8")).replaceAll("<span style=\"white-space:nowrap\">$0</span>");
    }

    static String linked(String text, @Nullable String link) {
        return text.replace(LINK, link == null ? "" : link);
    }

    static String withoutMark(@Nullable String value) {
        return value == null ? "" : value.replace("\uE000", "");
    }

    /** Its own engine: the one of the web pages knows forms and URLs of a request, which a message has not. */
    private static ClassLoaderTemplateResolver resolver(String suffix, TemplateMode mode, int order) {
        var resolver = new ClassLoaderTemplateResolver();
        resolver.setPrefix("templates/messages/");
        resolver.setResolvablePatterns(Set.of("*" + suffix));
        resolver.setTemplateMode(mode);
        resolver.setCharacterEncoding("UTF-8");
        resolver.setOrder(order);
        return resolver;
    }
}
