package org.apusilta.engine.forms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apusilta.engine.forms.FormRules.Refusal;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.boot.test.context.TestComponent;

/** Forms as Tasklist would show them for one task, for tests that fill them in without knowing them. */
@TestComponent
public class ServedForms {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final TaskForms forms;
    private final FormRules rules;
    private final Conditions conditions;
    private final RuntimeService runtime;

    ServedForms(TaskForms forms, FormRules rules, Conditions conditions, RuntimeService runtime) {
        this.forms = forms;
        this.rules = rules;
        this.conditions = conditions;
        this.runtime = runtime;
    }

    /**
     * One field somebody can fill in.
     *
     * @param options what it lets one choose, as it would be sent @param hide the conditions under which it is not seen
     * @param longest of a text, 0 when the form sets none @param past whether only a day up to today is taken
     */
    public record Field(String key, String type, List<Object> options, boolean required, int longest, boolean past, List<String> hide) {

        public boolean words() {
            return key.startsWith("words_");
        }
    }

    /** @param task with its form key @return its fields in the order of the form, hidden ones too */
    public List<Field> fields(Task task, UUID caseId) {
        var fields = new ArrayList<Field>();
        var form = forms.of(task.getFormKey(), caseId, task.getId(), Locale.ENGLISH)
                .orElseThrow(() -> new AssertionError(task.getTaskDefinitionKey() + " has no form of ours: " + task.getFormKey()));
        collect(form.path("components"), List.of(), fields);
        return fields;
    }

    /** @param task with its form key @return all the form says, as one text */
    public String text(Task task, UUID caseId, Locale language) {
        return forms.of(task.getFormKey(), caseId, task.getId(), language).orElseThrow().toString();
    }

    /** @return what the case knows and the form's conditions may ask */
    public Map<String, Object> known(Task task) {
        return runtime.getVariables(task.getExecutionId());
    }

    /** @param known of the case and filled in @return whether the reader sees the field now */
    public boolean seen(Field field, Map<String, Object> known) {
        var facts = new HashMap<>(known);
        return field.hide().stream().noneMatch(condition -> conditions.hold(condition, facts));
    }

    /** @return why the door would not take it */
    public Optional<Refusal> refusal(Task task, UUID caseId, Map<String, Object> sent) {
        var values = new LinkedHashMap<String, JsonNode>();
        sent.forEach((key, value) -> values.put(key, JSON.valueToTree(value)));
        return rules.refusal(task, caseId, values, FormRules.Demand.ALL, Locale.ENGLISH);
    }

    private static void collect(JsonNode components, List<String> around, List<Field> into) {
        for (var component : components) {
            var hide = new ArrayList<>(around);
            if (component.at("/conditional/hide").isTextual()) {
                hide.add(component.at("/conditional/hide").asText());
            }
            if (component.has("key")) {
                var options = new ArrayList<Object>();
                component.path("values").forEach(option -> options.add(option.path("value").isInt() ? option.path("value").intValue() : option.path("value").asText()));
                into.add(new Field(component.path("key").asText(), component.path("type").asText(), options, component.at("/validate/required").asBoolean(),
                        component.at("/validate/maxLength").asInt(), component.at("/properties/notAfter").asText().equals("today"), hide));
            }
            collect(component.path("components"), hide, into);
        }
    }
}
