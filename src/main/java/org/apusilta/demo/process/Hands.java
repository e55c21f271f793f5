package org.apusilta.demo.process;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.exception.NotFoundException;

/** Several people at work at once, so that the demo's year does not wait for one after the other; a case is in one pair of hands at a time. */
final class Hands {

    /** Two keep two cores busy, one in the engine and one in the database; more would only wait for each other. */
    private static final int MANY = Math.max(2, Math.min(4, Runtime.getRuntime().availableProcessors()));
    /** PostgreSQL has ended one of two who waited for each other. */
    private static final String DEADLOCK = "40P01";

    private Hands() {}

    /** One thing to do, and the case it belongs to. */
    record Step(String ofCase, Runnable work) {}

    /**
     * Does all of it, each case's steps in their order, and waits for the end. What another step made superfluous, or what waited
     * for the same volunteer, is left: if it is still due it comes round again.
     */
    static void doAll(List<Step> steps) {
        var byCase = steps.stream().collect(Collectors.groupingBy(Step::ofCase, LinkedHashMap::new, Collectors.toList())).values();
        var people = Executors.newFixedThreadPool(Math.max(1, Math.min(MANY, byCase.size())));
        try {
            for (var done : people.invokeAll(byCase.stream().map(ofOne -> Executors.callable(() -> ofOne.forEach(Hands::take))).toList())) {
                done.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("the demo's year stopped", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            people.shutdown();
        }
    }

    private static void take(Step step) {
        try {
            step.work().run();
        } catch (RuntimeException e) {
            if (!collided(e)) {
                throw e;
            }
        }
    }

    private static boolean collided(Throwable e) {
        return e != null && (e instanceof OptimisticLockingException || e instanceof NotFoundException || e instanceof SQLException sql && DEADLOCK.equals(sql.getSQLState())
                || collided(e.getCause()));
    }
}
