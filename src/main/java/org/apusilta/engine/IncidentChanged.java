package org.apusilta.engine;

/**
 * An incident of this job has come or gone: its last retry has failed, it may be tried again, or it is no longer needed.
 * Published in the engine's transaction; who does something about it does so after the commit, or a fault there would undo the step.
 *
 * @param job the engine's id of the job
 */
public record IncidentChanged(String job) {}
