package org.apusilta.casefile.web;

import java.util.UUID;
import org.apusilta.casefile.CaseWork;
import org.apusilta.security.Access;
import org.apusilta.security.Colleagues;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Hands over all open cases of a person who leaves or will be away long; each client gets a letter (R6). */
@Controller
class HandOverPage {

    /** @param cases how many open cases this person answers for */
    public record Person(UUID code, String name, int cases) {}

    private final CaseWork work;
    private final Colleagues colleagues;
    private final Access access;

    HandOverPage(CaseWork work, Colleagues colleagues, Access access) {
        this.work = work;
        this.colleagues = colleagues;
        this.access = access;
    }

    @GetMapping("/cases/hand-over")
    String ask(Model model) {
        model.addAttribute("people", work.whoseAll().stream().map(one -> new Person(one.code(), one.name(), work.count(one.username()))).toList());
        model.addAttribute("colleagues", colleagues.all());
        model.addAttribute("own", colleagues.find(access.username()).map(one -> one.code()).orElse(null));
        return "casefile/hand-over";
    }

    @PostMapping("/cases/hand-over")
    String handOver(@RequestParam(name = "from", defaultValue = "") String from, @RequestParam(name = "to", defaultValue = "") String to,
            @RequestParam(name = "sure", defaultValue = "false") boolean sure, RedirectAttributes flash) {
        var giver = colleagues.coded(from).orElse(null);
        var taker = colleagues.coded(to).orElse(null);
        if (giver == null || taker == null || giver.equals(taker) || !sure) {
            flash.addFlashAttribute("problem", sure ? "handover.problem.people" : "handover.problem.sure");
        } else {
            flash.addFlashAttribute("result", work.handOverAll(giver.username(), taker.username()));
            flash.addFlashAttribute("resultTo", taker.name());
        }
        return "redirect:/cases/hand-over";
    }
}
