package org.apusilta.operations.web;

import java.util.Locale;
import org.apusilta.operations.process.Moves;
import org.apusilta.operations.process.ResolveIncidentProcess;
import org.apusilta.operations.process.StepNames;
import org.apusilta.operations.process.VersionsOverview;
import org.apusilta.security.Access;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Versions of the processes and what has failed, for administrators. It names steps and numbers, never people. */
@Controller
class VersionsPage {

    private final VersionsOverview overview;
    private final Moves moves;
    private final ResolveIncidentProcess incidents;
    private final StepNames names;
    private final Access access;
    private final MessageSource texts;

    VersionsPage(VersionsOverview overview, Moves moves, ResolveIncidentProcess incidents, StepNames names, Access access, MessageSource texts) {
        this.overview = overview;
        this.moves = moves;
        this.incidents = incidents;
        this.names = names;
        this.access = access;
        this.texts = texts;
    }

    @GetMapping("/versions")
    String versions(Locale language, Model page) {
        page.addAttribute("processes", overview.processes(language));
        page.addAttribute("faults", overview.faults(language));
        page.addAttribute("moves", overview.moves());
        page.addAttribute("say", new Sayings(texts, names, language));
        return "operations/versions";
    }

    /** Looks and rehearses; nothing has moved afterwards. */
    @GetMapping("/versions/{process}/{version}")
    String plan(@PathVariable String process, @PathVariable int version, Locale language, Model page) {
        page.addAttribute("plan", moves.prospect(process, version).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
        page.addAttribute("say", new Sayings(texts, names, language));
        return "operations/plan";
    }

    @PostMapping("/versions/{process}/{version}/move")
    String move(@PathVariable String process, @PathVariable int version, RedirectAttributes told) {
        told.addFlashAttribute("begun", moves.start(process, version, access.username()));
        return "redirect:/versions#moves";
    }

    @PostMapping("/versions/moves/{batch}/retry")
    String retryMove(@PathVariable String batch) {
        overview.retryMove(batch);
        return "redirect:/versions#moves";
    }

    @PostMapping("/versions/incidents/{id}/retry")
    String retry(@PathVariable String id, RedirectAttributes told) {
        told.addFlashAttribute("retried", incidents.retry(id));
        return "redirect:/versions#faults";
    }
}
