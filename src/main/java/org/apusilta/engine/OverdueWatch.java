package org.apusilta.engine;

/** Looks for tasks whose deadline has passed, so that somebody hears of them (R24). It runs by itself every few minutes. */
public interface OverdueWatch {

    /** Looks now: publishes {@link TaskOverdue} and raises the priority for each task not told of yet. @return how many */
    int look();
}
