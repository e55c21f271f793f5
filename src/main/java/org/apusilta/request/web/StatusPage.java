package org.apusilta.request.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.apusilta.engine.Twice;
import org.apusilta.request.AskedBy;
import org.apusilta.request.HelpRequests;
import org.apusilta.request.HelpRequests.Who;
import org.apusilta.request.internal.StatusLinks;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The page behind the receipt's link: what has happened, what comes next, by when, whom to call, and the way to take it back. */
@Controller
@RequestMapping("/status/{token}")
class StatusPage {

    private final HelpRequests requests;
    private final StatusLinks links;
    private final StatusWords words;
    private final StatusTurns turns;

    StatusPage(HelpRequests requests, StatusLinks links, StatusWords words, StatusTurns turns) {
        this.requests = requests;
        this.links = links;
        this.words = words;
        this.turns = turns;
    }

    @GetMapping
    String show(@PathVariable("token") String token, @RequestParam(name = "sent", required = false) String sent, HttpServletResponse response,
            Locale language, Model model) {
        model.addAttribute("status", words.of(opened(token, response), language));
        model.addAttribute("sent", sent != null);
        model.addAttribute("token", token);
        model.addAllAttributes(turns.choices(language));
        model.addAttribute("given", Map.of());
        return "request/status";
    }

    @PostMapping("/withdraw")
    String withdraw(@PathVariable("token") String token, @RequestParam(name = "sure", defaultValue = "false") boolean sure,
            HttpServletResponse response, Locale language, Model model) {
        var id = opened(token, response);
        if (!sure) {
            model.addAttribute("unsure", true);
            return show(token, null, response, language, model);
        }
        var who = requests.facts(id).askedBy() == AskedBy.SELF ? Who.CLIENT : Who.REQUESTER;
        Twice.tried(() -> {
            requests.withdraw(id, who);
            return id;
        });
        return "redirect:/status/" + token;
    }

    /** Other wishes, or that the client has died. */
    @PostMapping("/tell")
    String tell(@PathVariable("token") String token, @RequestParam Map<String, String> fields, HttpServletResponse response, Locale language, Model model) {
        var id = opened(token, response);
        var told = Twice.tried(() -> turns.take(id, fields));
        model.addAttribute("told", told);
        var page = show(token, null, response, language, model);
        model.addAttribute("given", StatusTurns.again(told, fields));
        return page;
    }

    /** The address is a key: it must not travel on in a referrer. */
    private UUID opened(String token, HttpServletResponse response) {
        response.setHeader("Referrer-Policy", "no-referrer");
        return links.open(token).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
