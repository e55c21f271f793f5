package org.apusilta.engine.forms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/**
 * Holds what is submitted for a task against the task's own form: nothing the form does not ask, everything it demands, and
 * only what it lets one choose. The browser checks the same, but nobody has to use our browser.
 */
@Component
public class FormRules {

    /**
     * Why a form is not taken.
     *
     * @param reason key of the bundle below {@code engine.form.}: unknown, required, choice, type, date, future or long
     * @param field key of the form's field; for {@code unknown} whatever was sent
     * @param label what the reader sees beside the field, in their language
     */
    public record Refusal(String reason, String field, String label, int limit) {}

    /** What has to be there: nothing, while the task stays; all that the form demands; or all but words that a template of ours stands in for. */
    public enum Demand { NOTHING, ALL, ALL_BUT_TEMPLATES }

    private static final ZoneId HELSINKI = ZoneId.of("Europe/Helsinki");

    private final TaskForms forms;
    private final Conditions conditions;
    private final RuntimeService runtime;
    private final Clock clock;

    FormRules(TaskForms forms, Conditions conditions, RuntimeService runtime, Clock clock) {
        this.forms = forms;
        this.conditions = conditions;
        this.runtime = runtime;
        this.clock = clock;
    }

    /**
     * Reads the case with the rights of the thread, so the caller takes care of them.
     *
     * @param task with its form key
     * @param sent every field that was sent, words too; values as JSON
     * @param demand what must be there
     * @return the first thing that is wrong
     */
    public Optional<Refusal> refusal(Task task, UUID caseId, Map<String, JsonNode> sent, Demand demand, Locale language) {
        var known = new Known(sent, () -> runtime.getVariables(task.getExecutionId()));
        var fields = new LinkedHashMap<String, FormField>();
        forms.of(task.getFormKey(), caseId, task.getId(), language).ifPresent(form -> fields(form.path("components"), false, known, fields));
        for (var key : sent.keySet()) {
            if (!fields.containsKey(key)) {
                return Optional.of(new Refusal("unknown", key, key, 0));
            }
        }
        return fields.values().stream().flatMap(field -> field.refusal(sent.getOrDefault(field.key(), NullNode.instance), demand).stream()).findFirst();
    }

    private void fields(JsonNode components, boolean hidden, Map<String, Object> known, Map<String, FormField> into) {
        for (var component : components) {
            boolean unseen = hidden || conditions.hold(component.at("/conditional/hide").asText(""), known);
            if (component.has("key")) {
                into.put(component.path("key").asText(), new FormField(component, unseen, LocalDate.now(clock.withZone(HELSINKI))));
            }
            fields(component.path("components"), unseen, known, into);
        }
    }
}
