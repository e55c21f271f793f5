package org.apusilta.engine.desk;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Makes Tasklist's filters, or brings those of an earlier start up to date; filters people made themselves stay. */
@Component
class Queues {

    private final FilterService filters;
    private final TaskService tasks;
    private final MessageSource texts;
    private final Locale language;

    Queues(FilterService filters, TaskService tasks, MessageSource texts, @Value("${apusilta.language}") String language) {
        this.filters = filters;
        this.tasks = tasks;
        this.texts = texts;
        this.language = Locale.forLanguageTag(language);
    }

    /** @return ids of the filters */
    List<String> put() {
        Map<Object, Filter> standing = filters.createTaskFilterQuery().list().stream()
                .filter(filter -> filter.getProperties().containsKey(Queue.PROPERTY))
                .collect(Collectors.toMap(filter -> filter.getProperties().get(Queue.PROPERTY), Function.identity(), (one, other) -> one));
        var ids = Arrays.stream(Queue.values()).map(queue -> put(queue, standing.remove(queue.name()))).toList();
        standing.values().forEach(gone -> filters.deleteFilter(gone.getId()));
        return ids;
    }

    private String put(Queue queue, Filter standing) {
        var filter = standing == null ? filters.newTaskFilter() : standing;
        filter.setName(texts.getMessage(queue.key() + ".name", null, queue.name(), language));
        filter.setProperties(queue.properties(texts.getMessage(queue.key() + ".description", null, "", language)));
        filter.setQuery(queue.query(tasks.createTaskQuery()));
        return filters.saveFilter(filter).getId();
    }
}
