package org.apusilta.demo;

import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The engine's history has some seventy indexes and its running cases forty foreign keys, and filling the demo would pay for each of
 * them at every row. They are taken away while it fills and built again, as they were, when it is done, which also checks every row:
 * the usual way of a bulk load. Nor does anybody sweep meanwhile what is about to be swept at the end.
 */
@Component
@Profile("demo")
class BulkLoad {

    private record Taken(String drop, String build) {}

    private final JdbcClient database;

    BulkLoad(JdbcClient database) {
        this.database = database;
    }

    /** Keeps the indexes by which the filling itself finds a case's history. */
    void run(Runnable work) {
        var taken = database.sql("""
                select 'drop index public.' || indexname, indexdef from pg_indexes
                where schemaname = 'public' and tablename like 'act\\_hi\\_%' and indexdef not like 'CREATE UNIQUE%'
                  and indexdef !~ 'root_|proc_inst|process_instance|var_inst|task_id'
                union all
                select format('alter table %s drop constraint %I', conrelid::regclass, conname),
                       format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
                from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace and conrelid::regclass::text like 'act\\_ru\\_%'
                union all
                select format('alter table %s set (autovacuum_enabled = false)', oid::regclass), format('alter table %s reset (autovacuum_enabled)', oid::regclass)
                from pg_class where relkind = 'r' and relnamespace in ('public'::regnamespace, 'apusilta'::regnamespace)""")
                .query((row, n) -> new Taken(row.getString(1), row.getString(2))).list();
        taken.forEach(one -> database.sql(one.drop()).update());
        try {
            work.run();
        } finally {
            taken.forEach(one -> database.sql(one.build()).update());
        }
    }
}
