package org.apusilta.engine.guard;

import java.lang.reflect.Field;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.cmd.AbstractExecuteFilterCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.springframework.util.ReflectionUtils;

/**
 * An expression in a query that somebody sends would run here with every right and every bean. The engine refuses those of the
 * query itself, but not those of its or-queries (7.24): whoever may ask for tasks could run code. Stored filters are ours.
 */
final class SentExpressions {

    private static final Field EXTENDING = ReflectionUtils.findField(AbstractExecuteFilterCmd.class, "extendingQuery");

    static {
        ReflectionUtils.makeAccessible(EXTENDING);
    }

    private SentExpressions() {}

    static void refuse(Command<?> command) {
        var sent = command instanceof AbstractExecuteFilterCmd ? ReflectionUtils.getField(EXTENDING, command) : command;
        if (sent instanceof TaskQueryImpl query && query.getQueries().stream().anyMatch(part -> part != query && !part.getExpressions().isEmpty())) {
            throw new BadUserRequestException("Not allowed here: an expression in a query");
        }
    }
}
