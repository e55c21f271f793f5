package org.apusilta.journey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.management.JobDefinition;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;

/**
 * Walks any case through any drawing without knowing it: jobs run, timers go off, tasks are completed with what their form
 * offers. The only thing it must be told is that a volunteer says yes, which no form asks.
 */
class AnyCase {

    private static final Pattern FORM = Pattern.compile("camunda-forms:/forms/([^/]+)/([^/]+)/(\\d+).*");
    private static final int TOO_LONG = 200;
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Something that can happen to a case now. */
    record Move(String name, int rank, Consumer<UUID> happen) {}

    private final Journey walk;
    private final Map<String, JobDefinition> kinds = new HashMap<>();

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
            var kind = kind(job);
            var timer = !kind.getJobType().equals("async-continuation");
            moves.add(new Move((timer ? "timer " : "job ") + place(kind.getProcessDefinitionKey(), kind.getActivityId()) + (timer ? "" : " " + kind.getJobConfiguration()),
                    timer ? 2 : 0, c -> run(job, timer)));
        }
        for (var task : walk.tasks.createTaskQuery().processInstanceBusinessKey(id.toString()).list()) {
            ways(id, task).forEach((way, decided) -> moves.add(new Move("task " + place(key(task.getProcessDefinitionId()), task.getTaskDefinitionKey()) + way, 1,
                    c -> walk.tasks.complete(task.getId(), decided))));
        }
        if (stands(id).contains("find-volunteer.awaitOfferAnswer")) {
            moves.add(new Move("a volunteer says yes", 1, c -> walk.answer("offer", c, walk.openOffer(c).id(), Map.of("answer", "yes"), false)));
        }
        moves.sort(Comparator.comparing(Move::rank).thenComparing(Move::name));
        return moves;
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

    /** @return each answer of the form's first question, with the rest filled in */
    private Map<String, Map<String, Object>> ways(UUID id, Task task) {
        var ways = new LinkedHashMap<String, Map<String, Object>>();
        var filled = new HashMap<String, Object>();
        String first = null;
        var answers = new ArrayList<Object>();
        for (var field : fields(task)) {
            var options = options(id, field);
            if (first == null && options.size() > 1) {
                first = field.path("key").asText();
                answers.addAll(options);
            } else if (!options.isEmpty()) {
                filled.put(field.path("key").asText(), options.get(options.size() - 1));
            }
        }
        if (first == null) {
            ways.put("", filled);
        }
        for (var answer : answers) {
            var way = new HashMap<>(filled);
            way.put(first, answer);
            ways.put("=" + (answer.toString().length() == 36 ? "SOMEBODY" : answer), way);
        }
        return ways;
    }

    private List<Object> options(UUID id, JsonNode field) {
        var key = field.path("key").asText();
        if (key.startsWith("words_")) {
            return List.of();
        }
        var options = new ArrayList<Object>();
        switch (field.path("type").asText()) {
            case "radio", "select" -> field.path("values").forEach(value -> options.add(value.path("value").asText()));
            case "checkbox" -> options.add(true);
            case "number" -> options.add(3);
            case "datetime" -> options.add("2027-01-15");
            default -> { }
        }
        switch (key) {
            case "chosenVolunteerId" -> walk.matching.candidates(id, 1, Locale.ENGLISH).forEach(one -> options.add(0, one.volunteerId().toString()));
            case "chosenPartnerId" -> options.add(walk.aPartner().id().toString());
            default -> { }
        }
        return options;
    }

    private List<JsonNode> fields(Task task) {
        var form = FORM.matcher(walk.tasks.createTaskQuery().taskId(task.getId()).initializeFormKeys().singleResult().getFormKey());
        if (!form.matches()) {
            throw new AssertionError(task.getTaskDefinitionKey() + " has no form of ours");
        }
        var fields = new ArrayList<JsonNode>();
        try {
            collect(JSON.readTree(Path.of("forms", form.group(1), form.group(2) + (form.group(3).equals("1") ? "" : "." + form.group(3)) + ".form").toFile()), fields);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return fields;
    }

    private static void collect(JsonNode around, List<JsonNode> fields) {
        around.path("components").forEach(one -> {
            if (one.has("key")) {
                fields.add(one);
            }
            collect(one, fields);
        });
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
