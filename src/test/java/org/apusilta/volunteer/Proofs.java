package org.apusilta.volunteer;

import java.util.Map;
import java.util.UUID;

/** Brings in order what the called processes of trainings, checks and agreement ask for; each has tests of its own. */
final class Proofs {

    private Proofs() {}

    /** Trainings, up to the agreement. */
    static void done(Applying walk, UUID id) {
        walk.database.sql("""
                insert into apusilta.volunteer_training (volunteer_id, code, done_on)
                select ?, code, date '2026-11-01' from apusilta.training where code = 'BASICS' or code in (select k.training from apusilta.kind k join apusilta.volunteer_kind v on v.kind_code = k.code where v.volunteer_id = ?)
                on conflict do nothing""").params(id, id).update();
        if (walk.openTasks(id).contains("followTraining")) {
            walk.complete(id, "followTraining", Map.of("trainingStep", "LOOK_AGAIN"), Map.of());
        }
    }

    /** The agreement with the city, too. */
    static void allDone(Applying walk, UUID id) {
        done(walk, id);
        walk.complete(id, "collectCityConfirmation", Map.of("cityConfirmation", "PHONE"), Map.of());
    }
}
