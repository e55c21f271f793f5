package org.apusilta.casefile.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.UUID;
import org.apusilta.agreement.AgreementChanges;
import org.apusilta.agreement.SignedPapers;
import org.apusilta.casefile.AdHocTasks;
import org.apusilta.casefile.Calls;
import org.apusilta.casefile.CaseFile;
import org.apusilta.casefile.CaseFiles;
import org.apusilta.casefile.CaseTurns;
import org.apusilta.casefile.CaseWork;
import org.apusilta.casefile.Documents;
import org.apusilta.casefile.Reopening;
import org.apusilta.casefile.process.CaseTasks;
import org.apusilta.catalogue.Catalogue;
import org.apusilta.catalogue.Languages;
import org.apusilta.engine.Accounts;
import org.apusilta.matching.Waiting;
import org.apusilta.request.Change;
import org.apusilta.request.HelpRequests;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Puts into the model what the page of one case shows; {@link CaseFiles} has let the reader in. */
@Component
class CasePageView {

    private static final ZoneId HELSINKI = ZoneId.of("Europe/Helsinki");

    /** @param assignee name of who has claimed it */
    public record TaskLine(String id, String name, @Nullable String assignee) {}

    private final CaseFiles files;
    private final CaseTasks tasks;
    private final Calls calls;
    private final Documents documents;
    private final CaseWork work;
    private final Reopening reopening;
    private final CaseTurns turns;
    private final Catalogue catalogue;
    private final AgreementChanges changes;
    private final Accounts accounts;
    private final MessageSource texts;
    private final Clock clock;

    CasePageView(CaseFiles files, CaseTasks tasks, Calls calls, Documents documents, CaseWork work, Reopening reopening, CaseTurns turns, Catalogue catalogue, AgreementChanges changes, Accounts accounts,
            MessageSource texts, Clock clock) {
        this.files = files;
        this.tasks = tasks;
        this.calls = calls;
        this.documents = documents;
        this.work = work;
        this.reopening = reopening;
        this.turns = turns;
        this.catalogue = catalogue;
        this.changes = changes;
        this.accounts = accounts;
        this.texts = texts;
        this.clock = clock;
    }

    void fill(UUID id, Locale reader, Model model) {
        var file = files.of(id, reader);
        model.addAttribute("file", file);
        model.addAttribute("toTell", file.messages().stream().filter(CaseFile.Message::toTell).toList());
        model.addAttribute("timeline", files.timeline(id, reader));
        model.addAttribute("tasks", tasks.of(id).stream().map(task -> new TaskLine(task.id(),
                texts.getMessage(task.key() + ".name", null, task.step(), reader), name(task.assignee()))).toList());
        model.addAttribute("calls", calls.of(id));
        model.addAttribute("documents", documents.of(id));
        model.addAttribute("owner", work.ownerName(id).orElse(null));
        model.addAttribute("mayTake", work.mayTake(id));
        model.addAttribute("mayHandTo", work.mayHandTo(id));
        model.addAttribute("mayReopen", !file.open() && reopening.possible(id));
        model.addAttribute("next", reopening.next(id).orElse(null));
        model.addAttribute("waitingAwaited", files.awaitsWaiting(id));
        model.addAttribute("waitingAnswers", Waiting.Answer.values());
        model.addAttribute("kinds", AdHocTasks.Kind.ASKED);
        model.addAttribute("parties", Calls.Party.values());
        model.addAttribute("outcomes", Calls.Outcome.values());
        model.addAttribute("mayChangeAgreement", changes.possible(id));
        model.addAttribute("changeReasons", AgreementChanges.Reason.values());
        model.addAttribute("signers", SignedPapers.SignedBy.values());
        model.addAttribute("reasons", Reopening.Reason.values());
        model.addAttribute("died", turns.died(id));
        model.addAttribute("volunteerInHand", turns.volunteer(id).orElse(null));
        model.addAttribute("deathTellers", HelpRequests.DeathToldBy.values());
        model.addAttribute("changeKinds", catalogue.kinds().stream().map(kind -> new Named(kind.code(), kind.name().in(reader))).toList());
        model.addAttribute("changeDistricts", catalogue.districts().stream().map(one -> new Named(one.code(), one.name().in(reader))).toList());
        model.addAttribute("changeTimes", java.util.stream.Stream.of("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN").flatMap(day -> java.util.stream.Stream.of("AM", "PM", "EVE").map(part -> day + "_" + part)).toList());
        model.addAttribute("changeLanguages", Change.SPOKEN.stream().map(code -> new Named(code, Languages.name(code, reader))).toList());
        model.addAttribute("today", java.time.LocalDate.ofInstant(clock.instant(), HELSINKI));
        model.addAttribute("now", LocalDateTime.ofInstant(clock.instant(), HELSINKI).truncatedTo(ChronoUnit.MINUTES).toString());
        model.addAttribute("say", new Days(texts.getMessage("casefile.date", null, reader)));
    }

    /** A choice with its name. */
    public record Named(String code, String name) {}

    private @Nullable String name(@Nullable String account) {
        return account == null ? null : accounts.find(account).map(Accounts.Account::displayName).orElse(account);
    }

    /** Days and sizes as the reader writes them. */
    public record Days(String pattern) {

        /** @return the day in Helsinki, with the time of day */
        public String at(Instant moment) {
            return LocalDateTime.ofInstant(moment, HELSINKI).format(DateTimeFormatter.ofPattern(pattern + " H:mm"));
        }

        /** @return the day in Helsinki */
        public String day(Instant moment) {
            return LocalDateTime.ofInstant(moment, HELSINKI).format(DateTimeFormatter.ofPattern(pattern));
        }

        /** @return kilobytes, at least one */
        public long kilobytes(long bytes) {
            return Math.max(1, bytes / 1024);
        }
    }
}
