package org.apusilta.casefile.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apusilta.casefile.CaseList.OpenTask;
import org.apusilta.casefile.CaseList.Row;
import org.apusilta.catalogue.Catalogue;
import org.apusilta.engine.Accounts;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Rows of the list in the reader's words. */
@Component
class CaseLines {

    private static final ZoneId HELSINKI = ZoneId.of("Europe/Helsinki");

    /**
     * @param days since the request came, until now or its end
     * @param task name of the task that is due first, null when we wait for somebody else
     * @param urgent a word for SOON and URGENT
     */
    public record Line(UUID id, String reference, String client, String kinds, String district, String stage, @Nullable String owner,
            long days, @Nullable String task, @Nullable String taskId, @Nullable String assignee, @Nullable String due, boolean late,
            boolean climbed, @Nullable String urgent, int moreTasks, boolean open) {}

    private final Catalogue catalogue;
    private final Accounts accounts;
    private final MessageSource texts;
    private final Clock clock;

    CaseLines(Catalogue catalogue, Accounts accounts, MessageSource texts, Clock clock) {
        this.catalogue = catalogue;
        this.accounts = accounts;
        this.texts = texts;
        this.clock = clock;
    }

    List<Line> of(List<Row> rows, Locale reader) {
        Map<String, String> names = accounts.names();
        return rows.stream().map(row -> line(row, names, reader)).toList();
    }

    private Line line(Row row, Map<String, String> names, Locale reader) {
        var task = row.task();
        var kinds = row.kinds().stream().map(code -> catalogue.kind(code).map(kind -> kind.name().in(reader)).orElse(code)).collect(Collectors.joining(", "));
        var until = row.closedAt() == null ? clock.instant() : row.closedAt();
        var urgency = task == null ? null : task.urgency();
        return new Line(row.id(), row.reference(), row.client() == null ? "–" : row.client(), kinds,
                catalogue.district(row.district()).map(d -> d.name().in(reader)).orElse(row.district()),
                texts.getMessage("casefile.status." + row.stage(), null, reader), name(row.owner(), names),
                Duration.between(row.receivedAt(), until).toDays(), task == null ? null : name(task, reader), task == null ? null : task.id(),
                task == null ? null : name(task.assignee(), names), task == null ? null : day(task.due(), reader), row.late(), row.climbed(),
                urgency == null || urgency.equals("NORMAL") ? null : texts.getMessage("casefile.urgency." + urgency, null, reader),
                Math.max(0, row.tasks() - 1), row.closedAt() == null);
    }

    private String name(OpenTask task, Locale reader) {
        return texts.getMessage(task.process() + "." + task.step() + ".name", null, task.step(), reader);
    }

    private static @Nullable String name(@Nullable String account, Map<String, String> names) {
        return account == null ? null : names.getOrDefault(account, account);
    }

    private @Nullable String day(@Nullable Instant at, Locale reader) {
        return at == null ? null : LocalDate.ofInstant(at, HELSINKI).format(DateTimeFormatter.ofPattern(texts.getMessage("casefile.date", null, reader)));
    }
}
