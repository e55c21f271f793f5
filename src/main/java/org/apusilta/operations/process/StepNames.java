package org.apusilta.operations.process;

import java.util.Locale;
import java.util.stream.Stream;
import org.apusilta.engine.Ourselves;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What a step is called in the reader's language: as its task, as the wait in the timeline, as a step of the machine, else as the drawing says (in English). */
@Component
public class StepNames {

    private final MessageSource texts;
    private final RepositoryService drawings;
    private final Ourselves ourselves;

    StepNames(MessageSource texts, RepositoryService drawings, Ourselves ourselves) {
        this.texts = texts;
        this.drawings = drawings;
        this.ourselves = ourselves;
    }

    /** @param definition the engine's id of one version of a process */
    public String of(String definition, String step, Locale reader) {
        return Stream.of(process(definition) + "." + step + ".name", "casefile.step." + step, "operations.step." + step)
                .map(key -> texts.getMessage(key, null, "", reader)).filter(name -> !name.isEmpty()).findFirst()
                .map(name -> name.substring(0, 1).toUpperCase(reader) + name.substring(1))
                .orElseGet(() -> ourselves.call(() -> drawn(definition, step)));
    }

    /** A definition's id begins with its key. */
    static String process(String definition) {
        return definition.split(":")[0];
    }

    private String drawn(String definition, String step) {
        var element = drawings.getBpmnModelInstance(definition).getModelElementById(step);
        return element instanceof FlowElement named && named.getName() != null ? named.getName() : step;
    }
}
