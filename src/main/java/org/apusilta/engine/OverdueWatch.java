package org.apusilta.engine;

/** Looks for tasks whose deadline has passed, so that somebody hears of them (R24). It runs by itself every few minutes. */
public interface OverdueWatch {

    /**
     * Looks now: publishes {@link TaskOverdue} for each task not told of yet and raises its priority; and once more, for the
     * manager, when the lead was told a further deadline ago.
     *
     * @return how many were told of
     */
    int look();
}
