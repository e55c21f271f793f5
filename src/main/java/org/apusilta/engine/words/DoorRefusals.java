package org.apusilta.engine.words;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import org.apusilta.engine.words.Submission.Unacceptable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;

/** Says no before the engine is asked: one sentence in the reader's language, one line in the log without what was sent. */
@Component
class DoorRefusals {

    private static final Logger LOG = LoggerFactory.getLogger(DoorRefusals.class);

    private final MessageSource texts;
    private final ObjectProvider<LocaleResolver> languages;
    private final ObjectMapper json;

    DoorRefusals(MessageSource texts, ObjectProvider<LocaleResolver> languages, ObjectMapper json) {
        this.texts = texts;
        this.languages = languages;
        this.json = json;
    }

    Locale language(HttpServletRequest request) {
        var chosen = languages.getIfAvailable();
        return chosen == null ? request.getLocale() : chosen.resolveLocale(request);
    }

    /** In the shape of the engine's own errors, so that Tasklist shows the sentence. */
    void answer(HttpServletRequest request, HttpServletResponse response, Unacceptable refusal) throws IOException {
        LOG.info("Refused at the engine's door: {}", refusal.forLog());
        var sentence = texts.getMessage("engine." + refusal.getMessage(), refusal.arguments(), language(request));
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        json.writeValue(response.getOutputStream(), Map.of("type", "InvalidRequestException", "message", sentence));
    }
}
