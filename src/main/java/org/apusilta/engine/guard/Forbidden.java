package org.apusilta.engine.guard;

import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.cmd.AddCommentCmd;
import org.camunda.bpm.engine.impl.cmd.CreateAttachmentCmd;
import org.camunda.bpm.engine.impl.cmd.CreateTaskCmd;
import org.camunda.bpm.engine.impl.cmd.HandleTaskBpmnErrorCmd;
import org.camunda.bpm.engine.impl.cmd.HandleTaskEscalationCmd;
import org.camunda.bpm.engine.impl.cmd.PatchTaskVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.RemoveTaskVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.SaveAttachmentCmd;
import org.camunda.bpm.engine.impl.cmd.SetAnnotationForIncidentCmd;
import org.camunda.bpm.engine.impl.cmd.SetTaskVariablesCmd;
import org.camunda.bpm.engine.impl.SetAnnotationForOperationLog;
import org.camunda.bpm.engine.impl.cmd.UpdateCommentCmd;
import org.camunda.bpm.engine.impl.cmd.batch.CorrelateAllMessageBatchCmd;
import org.camunda.bpm.engine.impl.cmd.batch.variables.SetVariablesToProcessInstancesBatchCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.migration.MigrationPlan;

/**
 * What nobody does in this engine, whichever door they come through: free text beside our tables (comments, attachments,
 * annotations, errors and escalations sent to a task, which the engine logs), tasks that belong to no case, batches whose variables pass the {@link VariableGuard} unseen, and expressions
 * sent in a query.
 */
final class Forbidden extends CommandInterceptor {

    private static final Set<Class<?>> COMMANDS = Set.of(AddCommentCmd.class, UpdateCommentCmd.class,
            CreateAttachmentCmd.class, SaveAttachmentCmd.class, SetAnnotationForIncidentCmd.class, SetAnnotationForOperationLog.class,
            CreateTaskCmd.class, HandleTaskBpmnErrorCmd.class, HandleTaskEscalationCmd.class, SetVariablesToProcessInstancesBatchCmd.class, CorrelateAllMessageBatchCmd.class);

    /** A task is changed by its form, whole (engine.words), not variable by variable by whoever may work on it. */
    private static final Set<Class<?>> PIECE_BY_PIECE = Set.of(SetTaskVariablesCmd.class, PatchTaskVariablesCmd.class, RemoveTaskVariablesCmd.class);

    private final IdentityService identity;

    Forbidden(IdentityService identity) {
        this.identity = identity;
    }

    @Override
    public <T> T execute(Command<T> command) {
        if (PIECE_BY_PIECE.contains(command.getClass()) && identity.getCurrentAuthentication() != null || COMMANDS.contains(command.getClass())) {
            throw new AuthorizationException("Not allowed here: " + command.getClass().getSimpleName().replace("Cmd", ""));
        }
        SentExpressions.refuse(command);
        T result = next.execute(command);
        if (result instanceof MigrationPlan plan && !isEmpty(plan.getVariables())) {
            throw new AuthorizationException("Not allowed here: a migration plan with variables");
        }
        return result;
    }

    private static boolean isEmpty(Map<String, Object> variables) {
        return variables == null || variables.isEmpty();
    }
}
