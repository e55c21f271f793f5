package org.apusilta.volunteer.web;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.apusilta.catalogue.Catalogue;
import org.apusilta.engine.Accounts;
import org.apusilta.engine.Twice;
import org.apusilta.messaging.Messages;
import org.apusilta.security.Access;
import org.apusilta.security.Role;
import org.apusilta.volunteer.Applications;
import org.apusilta.volunteer.VolunteerCards;
import org.apusilta.volunteer.internal.Applicants;
import org.apusilta.volunteer.internal.Applicants.Row;
import org.apusilta.volunteer.internal.Applicants.Wait;
import org.apusilta.volunteer.internal.ApplicationWords;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The coordinators' list of applicants, those who have stood longest first, so that nobody falls through; and the page of one. */
@Controller
@Hidden
@RequestMapping("/applicants")
class ApplicantsPage {

    /** One step that waits, in words. @param owner who has it, or whom we wait for */
    public record Line(UUID id, String reference, String name, boolean minor, boolean group, boolean byPhone, int toTell, String district, String step, @Nullable String taskId,
            String owner, long days, long total, @Nullable String due, boolean late) {}

    private final Applicants applicants;
    private final Applications applications;
    private final VolunteerCards cards;
    private final Messages messages;
    private final Catalogue catalogue;
    private final Accounts accounts;
    private final Access access;
    private final ApplicationWords words;
    private final KindCards kinds;
    private final MessageSource texts;

    ApplicantsPage(Applicants applicants, Applications applications, VolunteerCards cards, Messages messages, Catalogue catalogue, Accounts accounts, Access access,
            ApplicationWords words, KindCards kinds, MessageSource texts) {
        this.applicants = applicants;
        this.applications = applications;
        this.cards = cards;
        this.messages = messages;
        this.catalogue = catalogue;
        this.accounts = accounts;
        this.access = access;
        this.words = words;
        this.kinds = kinds;
        this.texts = texts;
    }

    @GetMapping
    String list(@RequestParam(name = "step", required = false) @Nullable String step, Locale reader, Model model) {
        var all = applicants.all().stream().flatMap(row -> lines(row, reader).stream()).sorted(Comparator.comparingLong(Line::days).reversed()).toList();
        model.addAttribute("steps", all.stream().map(Line::step).distinct().sorted().toList());
        model.addAttribute("step", step);
        model.addAttribute("lines", all.stream().filter(line -> step == null || step.isEmpty() || line.step().equals(step)).toList());
        model.addAttribute("late", all.stream().filter(Line::late).count());
        model.addAttribute("full", all.size() >= Applicants.MOST);
        model.addAttribute("mayWork", mayWork());
        return "volunteer/applicants";
    }

    @GetMapping("/{id:[0-9a-f]{8}-[0-9a-f-]{27}}")
    String one(@PathVariable("id") UUID id, Locale reader, Model model) {
        var one = applicants.open(id);
        model.addAttribute("one", one);
        model.addAttribute("card", cards.of(id, reader).orElseThrow());
        model.addAttribute("messages", messages.of(id).stream().map(sent -> sent.withoutLinks(texts.getMessage("casefile.link", null, reader))).toList());
        model.addAttribute("open", one.outcome() == null);
        model.addAttribute("tasks", applicants.waits(id).stream().filter(wait -> wait.taskId() != null).toList());
        model.addAttribute("mayWork", mayWork());
        return "volunteer/applicant";
    }

    /** Said on the phone: who heard it stands beside it. */
    @PostMapping("/{id}/withdraw")
    String withdraw(@PathVariable("id") UUID id, @RequestParam(name = "sure", defaultValue = "") String sure, RedirectAttributes flash) {
        applicants.open(id);
        if (sure.equals("true")) {
            var done = Twice.tried(() -> applications.withdraw(id, access.username()));
            flash.addFlashAttribute("said", done ? "onboard.withdraw.done" : "onboard.withdraw.over");
        } else {
            flash.addFlashAttribute("said", "onboard.withdraw.unsure");
        }
        return "redirect:/applicants/" + id;
    }

    @PostMapping("/{id}/messages/{message}/told")
    String told(@PathVariable("id") UUID id, @PathVariable("message") UUID message, RedirectAttributes flash) {
        applicants.open(id);
        flash.addFlashAttribute("said", messages.told(id, message, access.username()) ? "onboard.told.done" : "onboard.told.gone");
        return "redirect:/applicants/" + id;
    }

    @ExceptionHandler
    void gone(NoSuchElementException unknown, HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }

    private List<Line> lines(Row row, Locale reader) {
        return row.waits().isEmpty() ? List.of(line(row, null, reader)) : row.waits().stream().map(wait -> line(row, wait, reader)).toList();
    }

    private Line line(Row row, @Nullable Wait wait, Locale reader) {
        Instant due = wait == null ? null : wait.due();
        return new Line(row.id(), row.reference(), row.name(), row.minor(), row.group() != null, row.byPhone(), row.toTell(),
                catalogue.district(row.district()).map(found -> found.name().in(reader)).orElse(row.district()),
                texts.getMessage(wait == null ? "onboard.stage.going" : "casefile.step." + wait.step(), null, wait == null ? "" : wait.step(), reader),
                wait == null ? null : wait.taskId(), owner(row, wait, reader), applicants.days(wait == null ? row.receivedAt() : wait.since()),
                applicants.days(row.receivedAt()), due == null ? null : words.day(due, reader), applicants.late(due));
    }

    private String owner(Row row, @Nullable Wait wait, Locale reader) {
        if (wait == null) {
            return texts.getMessage("onboard.owner.us", null, reader);
        }
        if (wait.taskId() == null) {
            return texts.getMessage(wait.step().equals("awaitGuardian") ? "onboard.owner.guardian" : "onboard.owner.applicant", null, reader);
        }
        return wait.assignee() == null ? texts.getMessage("onboard.owner.team", new Object[] {kinds.major(row.major(), reader)}, reader)
                : accounts.find(wait.assignee()).map(Accounts.Account::displayName).orElse(wait.assignee());
    }

    private boolean mayWork() {
        return access.role() != Role.ADMIN;
    }
}
