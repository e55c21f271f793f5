package org.apusilta.engine.desk;

import java.util.Locale;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Gives each new task its name and description in the working language: what to do next, in a coordinator's words. */
@Component
class TaskTexts {

    private final MessageSource texts;
    private final Locale language;

    TaskTexts(MessageSource texts, @Value("${apusilta.language}") String language) {
        this.texts = texts;
        this.language = Locale.forLanguageTag(language);
    }

    @EventListener(condition = "#task.eventName == 'create'")
    void name(DelegateTask task) {
        // a definition's id begins with its key; a long id has the key cut off, but ours are short
        var key = task.getProcessDefinitionId().split(":")[0] + "." + task.getTaskDefinitionKey();
        task.setName(texts.getMessage(key + ".name", null, task.getName(), language));
        task.setDescription(texts.getMessage(key + ".description", null, task.getDescription(), language));
    }
}
