package org.apusilta.casefile.internal;

import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apusilta.casefile.TimelineEntry;
import org.apusilta.request.ChangeWords;
import org.apusilta.request.Reports;
import org.apusilta.request.RequestChanges;
import org.apusilta.request.RequestChanges.Changed;
import org.springframework.stereotype.Component;

/** Other wishes with what was before, and what was told by link and had to be checked. */
@Component
class TurnsSection {

    private final RequestChanges changes;
    private final Reports reports;
    private final ChangeWords values;
    private final CaseNames names;

    TurnsSection(RequestChanges changes, Reports reports, ChangeWords values, CaseNames names) {
        this.changes = changes;
        this.reports = reports;
        this.values = values;
        this.names = names;
    }

    Stream<TimelineEntry> told(UUID caseId, Wording w) {
        return Stream.concat(changes.of(caseId).stream().map(change -> changed(change, w)),
                reports.of(caseId).stream().filter(report -> report.kind().equals("DEATH"))
                        .map(report -> report.toldBy().equals("OTHER_CASE")
                                ? new TimelineEntry(report.toldAt(), "REPORT", w.of("told.report.same", report.words()), null, java.util.List.of())
                                : new TimelineEntry(report.toldAt(), "REPORT", w.of("told.report.DEATH", w.of("role." + report.toldBy())), null,
                                report.words() == null ? java.util.List.of() : java.util.List.of(report.words()))));
    }

    private TimelineEntry changed(Changed change, Wording w) {
        var details = new ArrayList<String>();
        for (Map.Entry<String, String> field : change.wanted().entrySet()) {
            var was = change.was().get(field.getKey());
            details.add(w.of("change." + field.getKey()) + ": " + (was == null ? "" : values.value(field.getKey(), was, w.reader()) + " → ") + values.value(field.getKey(), field.getValue(), w.reader()));
        }
        if (change.words() != null) {
            details.add(change.words());
        }
        return new TimelineEntry(change.saidAt(), "CHANGE", w.of(change.appliedAt() == null ? "told.change.wished" : "told.change"), names.staff(change.account()), details);
    }
}
