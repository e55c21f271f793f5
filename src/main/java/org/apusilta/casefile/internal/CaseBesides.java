package org.apusilta.casefile.internal;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.apusilta.casefile.AdHocTasks;
import org.apusilta.casefile.Calls;
import org.apusilta.casefile.Documents;
import org.apusilta.casefile.TimelineEntry;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** What people did in a case beside its drawn steps, for the timeline. */
@Component
class CaseBesides {

    private final AdHocTasks tasks;
    private final Calls calls;
    private final Documents documents;
    private final CaseOwners owners;
    private final AgreementSection agreements;
    private final WaitingSection waiting;
    private final CaseNames names;

    CaseBesides(@Lazy AdHocTasks tasks, Calls calls, Documents documents, CaseOwners owners, AgreementSection agreements, WaitingSection waiting, CaseNames names) {
        this.tasks = tasks;
        this.calls = calls;
        this.documents = documents;
        this.owners = owners;
        this.agreements = agreements;
        this.waiting = waiting;
        this.names = names;
    }

    Stream<TimelineEntry> of(UUID id, Wording w) {
        return Stream.of(
                tasks.of(id).stream().map(t -> new TimelineEntry(t.askedAt(), "TASK", w.of("told.task", w.of("adHoc." + t.kind())), t.askedBy(),
                        List.of(t.askedBy() == null ? w.of("byHand." + t.what()) : t.what()))),
                calls.of(id).stream().map(c -> new TimelineEntry(c.calledAt(), "CALL", w.of("told.call." + c.direction(), w.of("call.party." + c.party()),
                        w.of("call.outcome." + c.outcome())), c.author(), c.words().isEmpty() ? List.of() : List.of(c.words()))),
                documents.of(id).stream().map(d -> new TimelineEntry(d.addedAt(), "DOCUMENT", w.of("told.document", d.name()), d.author(), List.of())),
                agreements.told(id, w),
                waiting.told(id, w),
                owners.changes(id).stream().map(c -> new TimelineEntry(c.at(), "HANDOVER",
                        w.of(c.told() ? "told.handover.told" : "told.handover", names.staff(c.after())), names.staff(c.by()), List.of())))
                .flatMap(s -> s);
    }
}
