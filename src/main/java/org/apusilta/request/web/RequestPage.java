package org.apusilta.request.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.apusilta.catalogue.Catalogue;
import org.apusilta.engine.Accounts;
import org.apusilta.request.InvalidRequest.Problem;
import org.apusilta.request.internal.ReferrerBrief;
import org.apusilta.request.internal.RequestRules;
import org.apusilta.request.internal.StatusLinks;
import org.apusilta.request.internal.Submissions;
import org.apusilta.security.Access;
import org.apusilta.security.Role;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Asking for help: first who asks, then what each must say. Open to everyone, works without JavaScript. */
@Controller
@RequestMapping("/request")
class RequestPage {

    private static final ZoneId HELSINKI = ZoneId.of("Europe/Helsinki");

    private final Submissions submissions;
    private final RequestRules rules;
    private final StatusLinks links;
    private final Catalogue catalogue;
    private final KindCards kinds;
    private final Access access;
    private final Accounts accounts;
    private final Throttle throttle;
    private final ReferrerBrief brief;
    private final MessageSource texts;
    private final Clock clock;

    RequestPage(Submissions submissions, RequestRules rules, StatusLinks links, Catalogue catalogue, KindCards kinds, Access access,
            Accounts accounts, Throttle throttle, ReferrerBrief brief, MessageSource texts, Clock clock) {
        this.submissions = submissions;
        this.rules = rules;
        this.links = links;
        this.catalogue = catalogue;
        this.kinds = kinds;
        this.access = access;
        this.accounts = accounts;
        this.throttle = throttle;
        this.brief = brief;
        this.texts = texts;
        this.clock = clock;
    }

    @GetMapping
    String ask(@RequestParam MultiValueMap<String, String> query, Locale language, Model model) {
        if (worksAsSocialWorker() && !brief.read(access.username())) {
            return "redirect:/request/brief";
        }
        var fields = Fields.of(query);
        if (FormReader.askedBy(fields) == null) {
            return who(fields, fields.values().containsKey("askedBy"), language, model);
        }
        return form(prefilled(query, language), List.of(), language, model);
    }

    /** What a volunteer does and does not do: asked of who has an account before the first request, open to everybody. */
    @GetMapping("/brief")
    String brief(Model model) {
        model.addAttribute("first", worksAsSocialWorker() && !brief.read(access.username()));
        return "request/brief";
    }

    @PostMapping("/brief")
    String briefed() {
        if (worksAsSocialWorker()) {
            brief.keep(access.username());
        }
        return "redirect:/request";
    }

    @PostMapping
    String send(@RequestParam MultiValueMap<String, String> sent, HttpServletRequest http, HttpServletResponse response, Locale language,
            Model model) {
        var fields = Fields.of(sent);
        if (FormReader.askedBy(fields) == null) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return who(fields, true, language, model);
        }
        var account = access.signedIn() ? access.username() : null;
        if (account == null && !throttle.admits(http.getRemoteAddr())) {
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
            return form(fields, List.of(new Problem("askedBy", "often", 0)), language, model);
        }
        var reader = new FormReader(fields);
        var request = reader.read(language.getLanguage(), account);
        var problems = new ArrayList<>(reader.problems());
        problems.addAll(rules.check(request));
        problems.addAll(PageRules.check(request));
        if (!fields.one("website").isBlank()) {
            problems.add(new Problem("website", "empty", 0));
        }
        if (problems.isEmpty()) {
            var receipt = submissions.once(Submissions.PAGE, sending(fields), "", request);
            return "redirect:/status/" + links.issue(receipt.id()) + "?sent=true";
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return form(fields, problems, language, model);
    }

    private String who(Fields fields, boolean unanswered, Locale language, Model model) {
        var shown = fields.one("askedBy").isEmpty() && worksAsSocialWorker() ? prefill("SOCIAL_WORKER") : fields;
        var problems = unanswered ? List.of(new Problem("askedBy", "askedBy", 0)) : List.<Problem>of();
        model.addAttribute("form", new FormView(shown, problems, texts, language));
        return "request/who";
    }

    private String form(Fields fields, List<Problem> problems, Locale language, Model model) {
        model.addAttribute("form", new FormView(fields, problems, texts, language));
        model.addAttribute("token", token(fields));
        model.addAttribute("kinds", kinds.in(language));
        model.addAttribute("districts", catalogue.districts().stream()
                .map(d -> new Choice(d.code(), d.name().in(language))).sorted((a, b) -> a.name().compareToIgnoreCase(b.name())).toList());
        model.addAttribute("languages", Choice.languages(language));
        model.addAttribute("written", Choice.written(language));
        model.addAttribute("today", LocalDate.now(clock.withZone(HELSINKI)).toString());
        return "request/form";
    }

    /** A staff member's own name is known; a day of consent is most often today. */
    private Fields prefilled(MultiValueMap<String, String> query, Locale language) {
        var values = new LinkedMultiValueMap<String, String>();
        values.add("askedBy", query.getFirst("askedBy"));
        values.add("client.language", "SELF".equals(query.getFirst("askedBy")) ? language.getLanguage() : "fi");
        if (worksAsSocialWorker() && !"SELF".equals(query.getFirst("askedBy"))) {
            accounts.find(access.username()).ifPresent(account -> {
                values.add("requester.name", account.displayName());
                values.add("consent.askedBy", account.displayName());
            });
        }
        return Fields.of(values);
    }

    private static Fields prefill(String askedBy) {
        var values = new LinkedMultiValueMap<String, String>();
        values.add("askedBy", askedBy);
        return Fields.of(values);
    }

    private boolean worksAsSocialWorker() {
        return access.signedIn() && access.role() == Role.SOCIAL_WORKER;
    }

    /** Sent twice as it is, a form is one request; gone back to and filled in anew (for the next client, say), it is another one. */
    private static String sending(Fields fields) {
        var content = new TreeMap<>(fields.values());
        content.keySet().removeAll(Set.of("_csrf", "lang"));
        return token(fields) + "-" + UUID.nameUUIDFromBytes(content.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** What makes a form sent twice one request: the form's own token, kept over failed sendings. */
    private static String token(Fields fields) {
        try {
            return UUID.fromString(fields.one("token")).toString();
        } catch (IllegalArgumentException none) {
            return UUID.randomUUID().toString();
        }
    }
}
