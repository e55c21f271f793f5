package org.apusilta.demo.process;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.exception.NotFoundException;

/** Several people at work at once, so that the demo's year does not wait for one after the other. */
final class Hands {

    private static final int MANY = 4;
    /** PostgreSQL has ended one of two who waited for each other. */
    private static final String DEADLOCK = "40P01";

    private Hands() {}

    /**
     * Does all of it and waits for the end. What collided with something else of the same case is left: it is still due and comes
     * round again.
     */
    static void doAll(List<Runnable> work) {
        var people = Executors.newFixedThreadPool(Math.max(1, Math.min(MANY, work.size())));
        try {
            for (var done : people.invokeAll(work.stream().map(Executors::callable).toList())) {
                finished(done);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            people.shutdown();
        }
    }

    private static void finished(Future<?> done) throws InterruptedException {
        try {
            done.get();
        } catch (ExecutionException e) {
            if (!collided(e)) {
                throw new IllegalStateException("the demo's year stopped", e.getCause());
            }
        }
    }

    private static boolean collided(Throwable e) {
        return e != null && (e instanceof OptimisticLockingException || e instanceof NotFoundException || e instanceof SQLException sql && DEADLOCK.equals(sql.getSQLState())
                || collided(e.getCause()));
    }
}
