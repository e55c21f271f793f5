package org.apusilta.engine.desk;

import java.util.Locale;
import org.camunda.bpm.engine.AuthorizationException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says no in the working language. As an {@link AuthorizationException}: REST and Tasklist answer 403 and show the sentence. */
@Component
class DeskRefusals {

    private final MessageSource texts;
    private final Locale language;

    DeskRefusals(MessageSource texts, @Value("${apusilta.language}") String language) {
        this.texts = texts;
        this.language = Locale.forLanguageTag(language);
    }

    AuthorizationException because(String reason) {
        return new AuthorizationException(texts.getMessage("engine.refusal." + reason, null, language));
    }
}
