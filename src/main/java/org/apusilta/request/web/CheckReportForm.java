package org.apusilta.request.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apusilta.engine.FormFilling;
import org.apusilta.engine.Typed;
import org.apusilta.request.ChangeWords;
import org.apusilta.request.Reports;
import org.apusilta.request.Reports.Report;
import org.apusilta.request.Reports.ToldBy;
import org.apusilta.request.RequestChanges;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says in the form what was told, by whom, and what follows from a yes. The words go to the reader, never into the engine. */
@Component
class CheckReportForm implements FormFilling {

    private final Reports reports;
    private final RequestChanges changes;
    private final ChangeWords values;
    private final MessageSource texts;

    CheckReportForm(Reports reports, RequestChanges changes, ChangeWords values, MessageSource texts) {
        this.reports = reports;
        this.changes = changes;
        this.values = values;
        this.texts = texts;
    }

    @Override
    public String form() {
        return "request/check-report";
    }

    @Override
    public void fill(ObjectNode form, UUID caseId, String taskId, Locale language) {
        var open = reports.of(caseId).stream().filter(report -> report.outcome() == null).toList();
        var told = open.stream().map(report -> said(report, caseId, language)).collect(Collectors.joining("\n\n"));
        var byLink = open.stream().anyMatch(report -> !report.toldBy().equals(ToldBy.OTHER_CASE.name()));
        StreamSupport.stream(form.get("components").spliterator(), false).filter(component -> "whatToDo".equals(component.path("id").asText()))
                .map(ObjectNode.class::cast).forEach(text -> text.put("text", byLink ? text.get("text").asText() + "\n\n" + told : told));
    }

    private String said(Report report, UUID caseId, Locale language) {
        if (report.toldBy().equals(ToldBy.OTHER_CASE.name())) {
            return text("same", language, String.valueOf(report.words())) + "\n\n" + text("then.DEATH", language);
        }
        var wanted = changes.of(caseId).stream().filter(change -> change.id().equals(report.changeId())).flatMap(change -> change.wanted().entrySet().stream())
                .map(field -> texts.getMessage("request.change.field." + field.getKey(), null, language) + ": " + values.value(field.getKey(), field.getValue(), language));
        return Stream.of(Stream.of(text("kind." + report.kind(), language, text("by." + report.toldBy(), language))), wanted,
                        Stream.ofNullable(report.words()).map(words -> text("words", language, Typed.inForm(words))), Stream.of(text("then." + report.kind(), language)))
                .flatMap(lines -> lines).collect(Collectors.joining("\n\n"));
    }

    private String text(String key, Locale language, Object... values) {
        return texts.getMessage("request.report.form." + key, values, language);
    }
}
