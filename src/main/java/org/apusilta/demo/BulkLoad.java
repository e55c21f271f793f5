package org.apusilta.demo;

import java.util.List;
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

    /** Keeps the indexes by which the filling itself finds anything. */
    void run(Runnable work) {
        var indexes = taken("""
                select format('drop index %I.%I', schemaname, indexname), indexdef from pg_indexes
                where indexdef not like 'CREATE UNIQUE%' and (
                    schemaname = 'public' and tablename like 'act\\_hi\\_%' and indexname !~ 'root_pi|taskinst'
                    or schemaname = 'public' and tablename like 'act\\_ru\\_%'
                        and indexname ~ 'tenant|case_|bytear|batch_id|owner|assignee|task_create|last_updated|rm_time|root|ident_lnk|subscr_config|exception'
                    or schemaname = 'apusilta' and tablename = 'volunteer' and indexname <> 'volunteer_district')""");
        var others = taken("""
                -- a row of history is written again when its element and when its case ends: room for that beside it
                select format('alter table %s set (fillfactor = 50)', oid::regclass), format('alter table %s reset (fillfactor)', oid::regclass)
                from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and relname like 'act\\_hi\\_%'
                union all
                select format('alter table %s drop constraint %I', conrelid::regclass, conname),
                       format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
                from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace and conrelid::regclass::text like 'act\\_ru\\_%'
                union all
                select format('alter table %s set (autovacuum_enabled = false)', oid::regclass), format('alter table %s reset (autovacuum_enabled)', oid::regclass)
                from pg_class where relkind = 'r' and relnamespace in ('public'::regnamespace, 'apusilta'::regnamespace)""");
        indexes.forEach(one -> database.sql(one.drop()).update());
        others.forEach(one -> database.sql(one.drop()).update());
        try {
            work.run();
        } finally {
            indexes.parallelStream().forEach(one -> database.sql(one.build()).update());   // these do not lock each other out, the others do
            others.forEach(one -> database.sql(one.build()).update());
        }
    }

    private List<Taken> taken(String sql) {
        return database.sql(sql).query((row, n) -> new Taken(row.getString(1), row.getString(2))).list();
    }
}
