package org.apusilta.engine.forms;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apusilta.engine.FormFilling;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Forms as their readers get them: in their language, and filled for one task when a module has something to fill in. */
@Component
class TaskForms {

    private static final Pattern KEY = Pattern.compile("camunda-forms:/forms/([a-z][a-z0-9-]*)/([a-z][a-z0-9-]*)/([1-9][0-9]?)(/.*)?");

    private final FormFiles files;
    private final List<FormFilling> fillings;

    TaskForms(FormFiles files, List<FormFilling> fillings) {
        this.files = files;
        this.fillings = fillings;
    }

    Optional<ObjectNode> empty(String module, String name, int version, Locale language) {
        return files.form(module, name, version, language);
    }

    Optional<ObjectNode> filled(String module, String name, int version, UUID caseId, String taskId, Locale language) {
        var form = empty(module, name, version, language);
        form.ifPresent(empty -> fillings.stream().filter(filling -> filling.form().equals(module + "/" + name))
                .forEach(filling -> filling.fill(empty, caseId, taskId, language)));
        return form;
    }

    /** @param formKey as the drawing says it; with a task id at its end when the form is filled for the task */
    Optional<ObjectNode> of(@Nullable String formKey, UUID caseId, String taskId, Locale language) {
        var key = KEY.matcher(String.valueOf(formKey));
        if (!key.matches()) {
            return Optional.empty();
        }
        int version = Integer.parseInt(key.group(3));
        return key.group(4) == null ? empty(key.group(1), key.group(2), version, language)
                : filled(key.group(1), key.group(2), version, caseId, taskId, language);
    }
}
