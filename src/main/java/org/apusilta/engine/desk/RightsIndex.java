package org.apusilta.engine.desk;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * An index of ours on the engine's table of rights. Lists the engine makes ask for the rights of the reader or of a group; it has
 * an index for the group only, so that the "or" reads a row for each open task of the city. No migration can do it: they run before
 * the engine has made its tables.
 */
@Component
class RightsIndex {

    private static final String NAME = "apusilta_rights_of_user";

    private final JdbcClient jdbc;

    RightsIndex(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Asked first: the statement would wait for everybody who writes rights, also when there is nothing to do. */
    void put() {
        if (!there()) {
            jdbc.sql("CREATE INDEX IF NOT EXISTS " + NAME + " ON public.act_ru_authorization (user_id_) WHERE user_id_ IS NOT NULL").update();
        }
    }

    boolean there() {
        return jdbc.sql("SELECT to_regclass('public.' || :name) IS NOT NULL").param("name", NAME).query(Boolean.class).single();
    }
}
