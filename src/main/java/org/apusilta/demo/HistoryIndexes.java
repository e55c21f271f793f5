package org.apusilta.demo;

import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The engine's history has some seventy indexes, and filling the demo would pay for each of them twice a row. They are taken away
 * while it fills and built again, as they were, when it is done: the usual way of a bulk load.
 */
@Component
@Profile("demo")
class HistoryIndexes {

    private record Index(String name, String definition) {}

    private final JdbcClient database;

    HistoryIndexes(JdbcClient database) {
        this.database = database;
    }

    /** Keeps those by which the filling itself finds a case's history. */
    void without(Runnable work) {
        var taken = database.sql("""
                select indexname, indexdef from pg_indexes
                where schemaname = 'public' and tablename like 'act\\_hi\\_%' and indexdef not like 'CREATE UNIQUE%'
                  and indexdef !~ 'root_|proc_inst|process_instance|var_inst|task_id'""")
                .query((row, n) -> new Index(row.getString(1), row.getString(2))).list();
        taken.forEach(index -> database.sql("drop index public." + index.name()).update());
        try {
            work.run();
        } finally {
            taken.forEach(index -> database.sql(index.definition()).update());
        }
    }
}
