package org.apusilta.volunteer;

import java.util.UUID;

/** Brings in order what the called processes of trainings, checks and agreement ask for. */
final class Proofs {

    private Proofs() {}

    /** Trainings and checks, up to the agreement. */
    static void done(Applying walk, UUID id) {
        walk.runJobs(id);
    }

    /** The agreement with the city, too. */
    static void allDone(Applying walk, UUID id) {
        done(walk, id);
    }
}
