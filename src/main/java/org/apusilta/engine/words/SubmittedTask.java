package org.apusilta.engine.words;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.apusilta.engine.forms.FormRules;
import org.apusilta.engine.forms.FormRules.Demand;
import org.apusilta.engine.words.Submission.Unacceptable;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which task a submitted form is for, and whether it fits that task's form. */
@Component
class SubmittedTask {

    /** What the words of a submitted form belong to. */
    record Form(UUID caseId, String taskId, String taskKey) {}

    private final TaskService tasks;
    private final RuntimeService instances;
    private final IdentityService identity;
    private final FormRules rules;

    SubmittedTask(TaskService tasks, RuntimeService instances, IdentityService identity, FormRules rules) {
        this.tasks = tasks;
        this.instances = instances;
        this.identity = identity;
        this.rules = rules;
    }

    /**
     * @param sent every field that was sent @param demand what must be there
     * @return null when there is no such task or it is not the reader's: nothing is kept then, and the engine says what is wrong
     */
    @Nullable Form check(String taskId, Map<String, JsonNode> sent, Demand demand, Locale language) throws Unacceptable {
        // with the reader's rights: a stranger to the task learns nothing of its form
        var task = tasks.createTaskQuery().taskId(taskId).initializeFormKeys().singleResult();
        if (task == null) {
            refuseWhatIsDone(taskId);
            return null;
        }
        var reader = identity.getCurrentAuthentication();
        identity.clearAuthentication();
        try {
            var caseId = caseOf(task);
            var refusal = rules.refusal(task, caseId, sent, demand, language);
            if (refusal.isPresent()) {
                throw new Unacceptable("form." + refusal.get().reason(), task.getTaskDefinitionKey(), refusal.get());
            }
            return new Form(caseId, taskId, task.getTaskDefinitionKey());
        } finally {
            identity.setAuthentication(reader);
        }
    }

    /** Done in the meantime, by somebody else or by a second click: said in a sentence. Of a task that stands but is not the reader's, the engine speaks. */
    private void refuseWhatIsDone(String taskId) throws Unacceptable {
        var reader = identity.getCurrentAuthentication();
        identity.clearAuthentication();
        try {
            if (tasks.createTaskQuery().taskId(taskId).count() == 0) {
                throw new Unacceptable("words.done");
            }
        } finally {
            identity.setAuthentication(reader);
        }
    }

    private UUID caseOf(Task task) throws Unacceptable {
        var instance = instances.createProcessInstanceQuery().processInstanceId(task.getProcessInstanceId()).singleResult();
        try {
            return UUID.fromString(instance.getBusinessKey());
        } catch (IllegalArgumentException | NullPointerException notACase) {
            throw new Unacceptable("words.no-case");
        }
    }
}
