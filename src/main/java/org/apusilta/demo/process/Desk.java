package org.apusilta.demo.process;

import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What lies before the demo's people at the engine's present time. Read in SQL: asked for so often that the engine's own queries
 * would cost a tenth of the filling. The nightly cleanup of history belongs to no case and runs by itself.
 */
@Component
@Profile({"demo", "test"})
class Desk {

    private static final String DUE = "j.retries_ > 0 and j.suspension_state_ = 1 and (j.duedate_ is null or j.duedate_ <= :now)";

    private static final String TASKS = """
            select t.id_ as id, t.task_def_key_ as step, t.due_date_ as due, coalesce(e.business_key_, t.id_) as of_case
            from public.act_ru_task t join public.act_ru_execution e on e.id_ = t.proc_inst_id_
            where t.suspension_state_ = 1 and %s order by t.create_time_, t.id_""";

    private final JdbcClient database;

    Desk(JdbcClient database) {
        this.database = database;
    }

    /** @return those in which the engine has something to do */
    List<String> casesWithDueJobs() {
        return database.sql("""
                select distinct e.business_key_ from public.act_ru_job j join public.act_ru_execution e on e.id_ = j.process_instance_id_
                where e.business_key_ is not null and %s order by 1""".formatted(DUE)).param("now", now()).query(String.class).list();
    }

    /** @return all open tasks, the oldest first */
    List<OpenTask> tasks() {
        return tasks(database.sql(TASKS.formatted("true")));
    }

    /** @return what lies before people and the engine in this case */
    OfCase of(String ofCase) {
        var rows = tasks(database.sql("""
                (select j.id_ as id, cast(null as text) as step, cast(:now as timestamp) as due, e.business_key_ as of_case
                 from public.act_ru_execution e join public.act_ru_job j on j.process_instance_id_ = e.id_
                 where e.business_key_ = :case and %s order by j.duedate_ nulls first, j.id_ limit 1)
                union all (%s)""".formatted(DUE, TASKS.formatted("e.business_key_ = :case"))).param("case", ofCase).param("now", now()));
        return new OfCase(rows.stream().filter(one -> one.step() == null).map(OpenTask::id).findFirst(), rows.stream().filter(one -> one.step() != null).toList());
    }

    /**
     * @param dueJob the job that has been due for the longest time; one at a time, for it can make another superfluous: an answer takes its timer with it
     * @param tasks the open tasks, the oldest first
     */
    record OfCase(Optional<String> dueJob, List<OpenTask> tasks) {}

    private static List<OpenTask> tasks(JdbcClient.StatementSpec sql) {
        return sql.query((row, n) -> new OpenTask(row.getString("id"), row.getString("step"), row.getTimestamp("due").toInstant(), row.getString("of_case"))).list();
    }

    private static Timestamp now() {
        return new Timestamp(ClockUtil.getCurrentTime().getTime());
    }
}
