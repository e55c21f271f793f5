package org.apusilta.demo.process;

import java.util.Collection;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;
import org.camunda.bpm.engine.OptimisticLockingException;

/** Several people at work at once, each on a case of their own, so that the demo's year does not wait for one after the other. */
final class Hands implements AutoCloseable {

    private static final int MANY = 4;

    private final ExecutorService people = Executors.newFixedThreadPool(MANY);

    /**
     * Does it for each case, with chances of its own, and waits for the end. What collided with something else (two cases want the
     * same volunteer) is left: it is still due and comes round again.
     */
    void doAll(Collection<UUID> cases, Random random, BiConsumer<UUID, Random> work) {
        try {
            for (var done : people.invokeAll(cases.stream().map(id -> onCase(id, new Random(random.nextLong()), work)).toList())) {
                done.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("the demo's year stopped", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Callable<Void> onCase(UUID id, Random chances, BiConsumer<UUID, Random> work) {
        return () -> {
            try {
                work.accept(id, chances);
            } catch (OptimisticLockingException e) {
                return null;
            }
            return null;
        };
    }

    @Override
    public void close() {
        people.shutdown();
    }
}
