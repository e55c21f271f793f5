package org.apusilta.benchmark;

import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/** The same work by several at once, all beginning at the same instant. */
final class AtOnce {

    private static final double BILLION = 1e9;

    private AtOnce() {}

    /**
     * Works until the time is over, so that what follows is measured on code that is compiled, as on a server that has run for an hour.
     *
     * @return how many goes there were
     */
    static int warm(int threads, int seconds, IntConsumer work) {
        long end = System.nanoTime() + (long) (seconds * BILLION);
        var goes = new AtomicInteger();
        perSecond(threads, threads, thread -> {
            while (System.nanoTime() < end) {
                work.accept(goes.getAndIncrement());
            }
        });
        return goes.get();
    }

    /** @param work gets numbers from 0, each once @return goes per second of all together */
    static double perSecond(int threads, int goes, IntConsumer work) {
        var pool = Executors.newFixedThreadPool(threads);
        var begin = new CyclicBarrier(threads + 1);
        try {
            var running = new ArrayList<java.util.concurrent.Future<Void>>();
            for (int t = 0; t < threads; t++) {
                int first = t;
                running.add(pool.submit((Callable<Void>) () -> {
                    begin.await();
                    for (int i = first; i < goes; i += threads) {
                        work.accept(i);
                    }
                    return null;
                }));
            }
            begin.await();
            long begun = System.nanoTime();
            for (var one : running) {
                one.get();
            }
            return goes / ((System.nanoTime() - begun) / BILLION);
        } catch (InterruptedException | ExecutionException | java.util.concurrent.BrokenBarrierException e) {
            throw new IllegalStateException(e);
        } finally {
            pool.shutdownNow();
        }
    }
}
