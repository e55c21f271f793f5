package org.apusilta.engine.steps;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apusilta.engine.CaseStepFigures;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Counts what {@link StepRecorder} wrote, in the database; open tasks are asked of the engine, who alone knows their due dates. */
@Repository
@Transactional(readOnly = true)
class CountedSteps implements CaseStepFigures {

    private static final String OURS = "(cast(:cases as uuid[]) is null or case_id = any (cast(:cases as uuid[])))";
    private static final String MEDIAN = "percentile_cont(0.5) within group (order by seconds)";
    private static final String NINE_OF_TEN = "percentile_cont(0.9) within group (order by seconds)";

    private final JdbcClient database;
    private final TaskService tasks;
    private final RepositoryService drawings;
    private final Clock clock;

    CountedSteps(JdbcClient database, @Lazy TaskService tasks, @Lazy RepositoryService drawings, Clock clock) {
        this.database = database;
        this.tasks = tasks;
        this.drawings = drawings;
        this.clock = clock;
    }

    @Override
    public List<StepFigure> steps(String process, Scope scope) {
        return scoped("""
                select step, type, count(*) filter (where left_at is null) as standing,
                       min(entered_at) filter (where left_at is null) as since, count(seconds) as left,
                       %s filter (where seconds is not null) as median, %s filter (where seconds is not null) as p90
                from (select step, type, entered_at, left_at, extract(epoch from left_at - entered_at) as seconds
                      from apusilta.case_step
                      where process = :process and %s and (left_at is null or left_at >= :from and left_at < :to)) as visit
                group by step, type order by step""".formatted(MEDIAN, NINE_OF_TEN, OURS), scope)
                .param("process", process).query(CountedSteps::step).list();
    }

    @Override
    public List<StageFigure> stages(Map<String, List<Place>> stages, Scope scope) {
        var places = stages.entrySet().stream()
                .flatMap(stage -> stage.getValue().stream().map(place -> List.of(stage.getKey(), place.process(), place.step()))).toList();
        return scoped("""
                select stage, count(*) as cases, %s as median, %s as p90
                from (select stage, case_id, sum(extract(epoch from left_at - entered_at)) as seconds
                      from apusilta.case_step
                      join unnest(cast(:stages as text[]), cast(:processes as text[]), cast(:steps as text[])) as place (stage, process, step)
                          using (process, step)
                      where %s
                      group by stage, case_id
                      having bool_and(left_at is not null) and max(left_at) >= :from and max(left_at) < :to) as stay
                group by stage""".formatted(MEDIAN, NINE_OF_TEN, OURS), scope)
                .param("stages", column(places, 0)).param("processes", column(places, 1)).param("steps", column(places, 2))
                .query((row, index) -> new StageFigure(row.getString("stage"), row.getInt("cases"),
                        seconds(row, "median"), seconds(row, "p90"))).list();
    }

    @Override
    public Map<LocalDate, Integer> weekly(Place place, Scope scope) {
        record Week(LocalDate monday, int count) {}
        return scoped("""
                select cast(date_trunc('week', entered_at at time zone 'Europe/Helsinki') as date) as monday, count(*) as count
                from apusilta.case_step
                where process = :process and step = :step and %s and entered_at >= :from and entered_at < :to
                group by 1""".formatted(OURS), scope)
                .param("process", place.process()).param("step", place.step()).query(Week.class).list().stream()
                .collect(Collectors.toMap(Week::monday, Week::count, Integer::sum, TreeMap::new));
    }

    @Override
    public List<Queue> queues(@Nullable String group) {
        var now = Date.from(clock.instant());
        var open = tasks.createTaskQuery().active();
        if (group != null) {
            open = open.taskCandidateGroup(group).includeAssignedTasks();
        }
        return open.list().stream().collect(Collectors.groupingBy(CountedSteps::place)).entrySet().stream().map(queue -> queue(queue.getKey(), queue.getValue(), now)).toList();
    }

    @Override
    public int climbed(@Nullable String group) {
        return database.sql("""
                select count(*) from apusilta.open_task t
                join apusilta.overdue_told told on told.task_id = t.task_id and told.due = t.due and told.told_whom = 'MANAGER'
                where cast(:group as text) is null or t.team = :group""").param("group", group).query(Integer.class).single();
    }

    @Override
    public String drawing(String process) {
        var newest = drawings.createProcessDefinitionQuery().processDefinitionKey(process).latestVersion().singleResult();
        if (newest == null) {
            throw new NoSuchElementException("no such process");
        }
        try (var xml = drawings.getProcessModel(newest.getId())) {
            return new String(xml.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** A definition's id begins with its key. */
    private static Place place(Task task) {
        return new Place(task.getProcessDefinitionId().split(":")[0], task.getTaskDefinitionKey());
    }

    private static Queue queue(Place key, List<Task> open, Date now) {
        var late = open.stream().map(Task::getDueDate).filter(due -> due != null && due.before(now)).sorted().toList();
        return new Queue(key, open.size(), late.size(), late.isEmpty() ? null : late.get(0).toInstant());
    }

    private JdbcClient.StatementSpec scoped(String sql, Scope scope) {
        return database.sql(sql).param("cases", ids(scope.cases()), java.sql.Types.ARRAY)
                .param("from", scope.from().atOffset(ZoneOffset.UTC)).param("to", scope.to().atOffset(ZoneOffset.UTC));
    }

    private static UUID @Nullable [] ids(@Nullable Collection<UUID> cases) {
        return cases == null ? null : cases.toArray(UUID[]::new);
    }

    private static String[] column(List<List<String>> rows, int index) {
        return rows.stream().map(row -> row.get(index)).toArray(String[]::new);
    }

    private static StepFigure step(ResultSet row, int index) throws SQLException {
        var since = row.getObject("since", OffsetDateTime.class);
        return new StepFigure(row.getString("step"), row.getString("type"), row.getInt("standing"), instant(since), row.getInt("left"),
                row.getObject("median") == null ? null : seconds(row, "median"), row.getObject("p90") == null ? null : seconds(row, "p90"));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private static Duration seconds(ResultSet row, String column) throws SQLException {
        return Duration.ofSeconds(Math.round(row.getDouble(column)));
    }
}
