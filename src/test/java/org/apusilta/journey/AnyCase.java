package org.apusilta.journey;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apusilta.engine.forms.ServedForms.Field;
import org.apusilta.matching.Matching;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.management.JobDefinition;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;

/**
 * Walks any case through any drawing without knowing it: jobs run, timers go off, tasks are completed with what their form
 * offers. The only thing it must be told is that a volunteer says yes, which no form asks.
 */
class AnyCase {

    private static final int TOO_LONG = 200;
    private static final String SAYS_YES = "a volunteer says yes";

    /** Something that can happen to a case now. */
    record Move(String name, int rank, Consumer<UUID> happen) {}

    private final Journey walk;
    private final Map<String, JobDefinition> kinds = new HashMap<>();
    private final Map<String, String> turning = new HashMap<>();

    AnyCase(Journey walk) {
        this.walk = walk;
    }

    /** @return where the case's tokens stand: {@code process.element}, with " before" or " after" for a job there */
    Set<String> stands(UUID id) {
        var stands = new LinkedHashSet<String>();
        for (var instance : walk.instances(id)) {
            stands(walk.runtime.getActivityInstance(instance), instance, stands);
        }
        return stands;
    }

    private void stands(ActivityInstance at, String instance, Set<String> stands) {
        var process = key(at.getProcessDefinitionId());
        for (var child : at.getChildActivityInstances()) {
            if (child.getChildActivityInstances().length + child.getChildTransitionInstances().length > 0) {
                stands(child, instance, stands);
            } else if (!child.getActivityType().equals("callActivity")) {
                stands.add(process + "." + child.getActivityId());
            }
        }
        for (var job : at.getChildTransitionInstances()) {
            walk.jobs.createJobQuery().processInstanceId(instance).activityId(job.getActivityId()).list().stream().map(this::kind)
                    .filter(kind -> kind.getJobType().equals("async-continuation"))
                    .forEach(kind -> stands.add(process + "." + kind.getActivityId() + " " + kind.getJobConfiguration().substring("async-".length())));
        }
    }

    /** @return all that can happen next: jobs first, then tasks, then timers */
    List<Move> moves(UUID id) {
        var moves = new ArrayList<Move>();
        for (var job : walk.allJobs(id)) {
            moves.add(new Move(name(job), timer(job) ? 2 : 0, c -> run(job, timer(job))));
        }
        for (var task : tasks(id)) {
            ways(id, task).forEach((way, decided) -> moves.add(new Move(name(task) + way, 1, c -> walk.tasks.complete(task.getId(), decided))));
        }
        if (!open(id).isEmpty()) {
            moves.add(new Move(SAYS_YES, 1, this::volunteerSaysYes));
        }
        moves.sort(Comparator.comparing(Move::rank).thenComparing(Move::name));
        return moves;
    }

    /** Lets one of the {@link #moves} happen, without looking at the others. */
    void happens(UUID id, String move) {
        if (move.equals(SAYS_YES)) {
            volunteerSaysYes(id);
        } else if (move.startsWith("task ")) {
            var task = tasks(id).stream().filter(one -> (move + "=").startsWith(name(one) + "=")).findFirst();
            walk.tasks.complete(task.map(Task::getId).orElseThrow(() -> cannot(id, move)), ways(id, task.get()).get(move.substring(name(task.get()).length())));
        } else {
            run(walk.allJobs(id).stream().filter(job -> name(job).equals(move)).findFirst().orElseThrow(() -> cannot(id, move)), move.startsWith("timer "));
        }
    }

    private AssertionError cannot(UUID id, String move) {
        return new AssertionError(move + " cannot happen at " + stands(id));
    }

    private List<Task> tasks(UUID id) {
        return walk.tasks.createTaskQuery().processInstanceBusinessKey(id.toString()).initializeFormKeys().list();
    }

    private List<Matching.Offer> open(UUID id) {
        return walk.matching.offers(id).stream().filter(offer -> offer.state() == Matching.OfferState.OPEN).toList();
    }

    private void volunteerSaysYes(UUID id) {
        walk.answer("offer", id, open(id).get(0).id(), Map.of("answer", "yes"), false);
    }

    private String name(Task task) {
        return "task " + place(key(task.getProcessDefinitionId()), task.getTaskDefinitionKey());
    }

    private String name(Job job) {
        var kind = kind(job);
        return (timer(job) ? "timer " : "job ") + place(kind.getProcessDefinitionKey(), kind.getActivityId()) + (timer(job) ? "" : " " + kind.getJobConfiguration());
    }

    private boolean timer(Job job) {
        return !kind(job).getJobType().equals("async-continuation");
    }

    /** Lets things happen until the case has ended, each choice in turn. */
    void finish(UUID id, long seed) {
        var used = new HashMap<String, Integer>();
        var dice = new Random(seed);
        for (int i = 0; !walk.instances(id).isEmpty(); i++) {
            var moves = moves(id);
            if (i > TOO_LONG || moves.isEmpty()) {
                throw new AssertionError("does not end; stands at " + stands(id) + " after " + used);
            }
            int rank = moves.get(0).rank();
            var next = moves.stream().filter(move -> move.rank() == rank)
                    .min(Comparator.<Move>comparingInt(move -> used.getOrDefault(move.name(), 0)).thenComparing(move -> dice.nextInt())).orElseThrow();
            used.merge(next.name(), 1, Integer::sum);
            next.happen().accept(id);
        }
    }

    private void run(Job job, boolean timer) {
        if (timer && job.getDuedate() != null && job.getDuedate().after(ClockUtil.getCurrentTime())) {
            ClockUtil.setCurrentTime(new Date(job.getDuedate().getTime() + 1000));
        }
        walk.jobs.executeJob(job.getId());
    }

    /** @return each answer of the one question that turns the process, with the rest filled in */
    private Map<String, Map<String, Object>> ways(UUID id, Task task) {
        var ways = new LinkedHashMap<String, Map<String, Object>>();
        var filled = new HashMap<String, Object>();
        Field turning = null;
        for (var field : walk.forms.fields(task, id)) {
            var options = options(field);
            if (turning == null && options.size() > 1 && turns(task, field.key())) {
                turning = field;
            } else if (!options.isEmpty()) {
                filled.put(field.key(), options.get(options.size() - 1));
            }
        }
        if (turning == null) {
            ways.put("", filled);
            return ways;
        }
        for (var answer : turning.options()) {
            var way = new HashMap<>(filled);
            way.put(turning.key(), answer);
            // of several people the first is as good as any
            ways.putIfAbsent("=" + (answer.toString().length() == 36 ? "SOMEBODY" : answer), way);
        }
        return ways;
    }

    /** @return whether a flow of the task's drawing asks for this answer; which way of closing was noted, say, turns nothing */
    private boolean turns(Task task, String field) {
        return turning.computeIfAbsent(task.getProcessDefinitionId(), definition -> walk.drawings.getBpmnModelInstance(definition)
                .getModelElementsByType(ConditionExpression.class).stream().map(ConditionExpression::getTextContent).collect(Collectors.joining(" ")))
                .matches("(?s).*\\b" + field + "\\b.*");
    }

    private static List<Object> options(Field field) {
        return field.words() ? List.of() : switch (field.type()) {
            case "radio", "select" -> field.options();
            case "checkbox" -> List.of(true);
            case "number" -> List.of(3);
            case "datetime" -> List.of("2027-01-15");
            default -> List.of();
        };
    }

    private JobDefinition kind(Job job) {
        return kinds.computeIfAbsent(job.getJobDefinitionId(), definition -> walk.jobs.createJobDefinitionQuery().jobDefinitionId(definition).singleResult());
    }

    private static String place(String process, String element) {
        return process + "." + element;
    }

    private static String key(String definition) {
        return definition.split(":")[0];
    }
}
