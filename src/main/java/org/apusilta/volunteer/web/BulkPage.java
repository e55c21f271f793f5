package org.apusilta.volunteer.web;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apusilta.security.Access;
import org.apusilta.volunteer.internal.BulkMessages;
import org.apusilta.volunteer.internal.RegisterQuery;
import org.apusilta.volunteer.internal.RegisterSearch;
import org.apusilta.volunteer.internal.Sight;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One message to all of a list: write it, see who gets it and who not and why, send it. */
@Controller
@Hidden
@RequestMapping("/volunteers/messages")
class BulkPage {

    private static final int SHOWN = 200;
    private static final String ID = "/{id:[0-9a-f]{8}-[0-9a-f-]{27}}";

    private final BulkMessages messages;
    private final RegisterSearch search;
    private final RegisterChoices choices;
    private final Access access;

    BulkPage(BulkMessages messages, RegisterSearch search, RegisterChoices choices, Access access) {
        this.messages = messages;
        this.search = search;
        this.choices = choices;
        this.access = access;
    }

    @GetMapping
    String write(@RequestParam Map<String, String> said, Model model) {
        return form(RegisterQuery.of(said), "", "", "", "INFO", List.of("EMAIL"), false, model);
    }

    @PostMapping
    String keep(@RequestParam(name = "query", defaultValue = "") String query, @RequestParam(name = "kind", defaultValue = "INFO") String kind,
            @RequestParam(name = "channels", required = false) @org.jspecify.annotations.Nullable List<String> channels, @RequestParam(name = "fi", defaultValue = "") String fi,
            @RequestParam(name = "sv", defaultValue = "") String sv, @RequestParam(name = "en", defaultValue = "") String en, Model model) {
        var ways = channels == null ? List.<String>of() : channels;
        try {
            return "redirect:/volunteers/messages/" + messages.draft(kind, RegisterQuery.parse(query), ways, fi, sv, en);
        } catch (IllegalArgumentException refused) {
            return form(RegisterQuery.parse(query), fi, sv, en, kind, ways, true, model);
        }
    }

    @GetMapping(ID)
    String show(@PathVariable("id") UUID id, Locale reader, Model model) {
        var bulk = messages.find(id);
        var all = messages.addressees(id);
        model.addAttribute("bulk", bulk);
        model.addAttribute("gets", all.stream().filter(one -> one.channel() != null).collect(Collectors.groupingBy(one -> String.valueOf(one.channel()), TreeMap::new, Collectors.counting())));
        model.addAttribute("many", all.stream().filter(one -> one.channel() != null).count());
        model.addAttribute("without", all.stream().filter(one -> one.reason() != null).collect(Collectors.groupingBy(one -> String.valueOf(one.reason()), TreeMap::new, Collectors.counting())));
        model.addAttribute("left", all.stream().filter(one -> one.reason() != null).limit(SHOWN).toList());
        model.addAttribute("receivers", all.stream().filter(one -> one.channel() != null).limit(SHOWN).toList());
        model.addAttribute("finnish", all.stream().filter(one -> one.channel() != null && (one.language().equals("sv") && bulk.wordsSv().isEmpty() || one.language().equals("en") && bulk.wordsEn().isEmpty())).count());
        model.addAttribute("progress", messages.progress(id));
        return "volunteer/message-preview";
    }

    /** For the script that moves the bar. */
    @GetMapping(ID + "/progress")
    @ResponseBody
    Map<String, Object> progress(@PathVariable("id") UUID id) {
        var far = messages.progress(id);
        return Map.of("state", messages.find(id).state(), "done", far.get("done"), "total", far.get("total"));
    }

    @PostMapping(ID + "/send")
    String send(@PathVariable("id") UUID id, RedirectAttributes flash) {
        if (!messages.send(id)) {
            flash.addFlashAttribute("problem", "register.bulk.already");
        }
        return "redirect:/volunteers/messages/" + id;
    }

    @ExceptionHandler
    void gone(NoSuchElementException unknown, HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }

    private String form(RegisterQuery query, String fi, String sv, String en, String kind, List<String> ways, boolean problem, Model model) {
        model.addAttribute("query", query.at(1).address());
        model.addAttribute("total", search.of(Sight.ofDistricts(access.districts()), query.at(1), null).total());
        model.addAttribute("fi", fi);
        model.addAttribute("sv", sv);
        model.addAttribute("en", en);
        model.addAttribute("kind", kind);
        model.addAttribute("ways", ways);
        model.addAttribute("channels", BulkMessages.CHANNELS);
        model.addAttribute("longest", BulkMessages.LONGEST);
        model.addAttribute("wrong", problem);
        return "volunteer/message";
    }
}
