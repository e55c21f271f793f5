package org.apusilta.start;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The mark of a demo filling that has begun and not ended: the database is set not to wait for the disk at each commit, which only a
 * filling may. Whoever ends us meanwhile leaves it. A database of the demo's own is then emptied at the next start; a given one never.
 */
public final class CutShort {

    private CutShort() {}

    /** @return whether the last filling of this database did not come to its end */
    public static boolean marked(JdbcClient database) {
        return database.sql("""
                select exists (select 1 from pg_db_role_setting s join pg_database d on d.oid = s.setdatabase
                               where d.datname = current_database() and 'synchronous_commit=off' = any (s.setconfig))""")
                .query(Boolean.class).single();
    }

    /** Sets the mark, for sessions that begin after this. */
    public static void mark(JdbcClient database) {
        database.sql("alter database " + name(database) + " set synchronous_commit = off").update();
    }

    /** Takes the mark away, for sessions that begin after this. */
    public static void unmark(JdbcClient database) {
        database.sql("alter database " + name(database) + " reset synchronous_commit").update();
    }

    private static String name(JdbcClient database) {
        return database.sql("select quote_ident(current_database())").query(String.class).single();
    }
}
