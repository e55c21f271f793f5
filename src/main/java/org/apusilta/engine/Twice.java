package org.apusilta.engine;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;

/** What somebody asks for while another, or a job, works on the same case at this instant. */
public final class Twice {

    /** PostgreSQL: a row the other has just written, cannot serialise, deadlock. */
    private static final Set<String> AT_ONCE = Set.of("23505", "40001", "40P01");

    /** The engine found who waits, or which task, the other answered, the engine looked again: plain exceptions, known by their words alone. */
    private static final List<String> LEFT = List.of("does not have a subscription to a message event", "Cannot find task with id");

    private Twice() {}

    /**
     * Tries again when two met, and once more when a third came between: nothing of a try that failed is kept. Any other failure is a fault
     * and stays one. @param act a transaction of its own
     */
    public static <T> T tried(Supplier<T> act) {
        for (int more = 2;; more--) {
            try {
                return act.get();
            } catch (RuntimeException refused) {
                if (more == 0 || !met(refused)) {
                    throw refused;
                }
            }
        }
    }

    /**
     * The engine's own of two at once, the database's, and a step the other has just left, before the engine looked or while it did; the right to a
     * task goes with it, so who is refused may have come too late. Whoever has no right is refused again.
     */
    private static boolean met(RuntimeException refused) {
        return Stream.<Throwable>iterate(refused, Twice::known, Throwable::getCause).limit(20)
                .anyMatch(one -> one instanceof OptimisticLockingException || one instanceof AuthorizationException || one instanceof ConcurrencyFailureException
                        || one instanceof MismatchingMessageCorrelationException || one instanceof SQLException sql && AT_ONCE.contains(sql.getSQLState())
                        || one instanceof ProcessEngineException left && LEFT.stream().anyMatch(String.valueOf(left.getMessage())::contains));
    }

    private static boolean known(@Nullable Throwable one) {
        return one != null;
    }
}
