package org.apusilta.volunteer.web;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.apusilta.catalogue.Catalogue;
import org.apusilta.catalogue.District;
import org.apusilta.catalogue.Languages;
import org.apusilta.security.Access;
import org.apusilta.security.Role;
import org.apusilta.volunteer.Applications;
import org.apusilta.volunteer.InvalidApplication.Problem;
import org.apusilta.volunteer.NewApplication;
import org.apusilta.volunteer.internal.ApplicationRules;
import org.apusilta.volunteer.internal.ApplicationWords;
import org.apusilta.volunteer.internal.Recruitment;
import org.jspecify.annotations.Nullable;
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

/**
 * Offering to help, by anybody, without an account or JavaScript; or keyed in by a coordinator for somebody on the phone. It says
 * for what, where and in which languages we look for people now.
 */
@Controller
@Hidden
@RequestMapping("/volunteer")
class ApplicationPage {

    /** One option of a list. */
    public record Choice(String code, String name) {}

    private final Applications applications;
    private final ApplicationRules rules;
    private final Recruitment recruitment;
    private final ApplicationWords words;
    private final KindCards kinds;
    private final Catalogue catalogue;
    private final Access access;
    private final Throttled throttled;
    private final MessageSource texts;

    ApplicationPage(Applications applications, ApplicationRules rules, Recruitment recruitment, ApplicationWords words, KindCards kinds, Catalogue catalogue,
            Access access, Throttled throttled, MessageSource texts) {
        this.applications = applications;
        this.rules = rules;
        this.recruitment = recruitment;
        this.words = words;
        this.kinds = kinds;
        this.catalogue = catalogue;
        this.access = access;
        this.throttled = throttled;
        this.texts = texts;
    }

    @GetMapping
    String form(@RequestParam MultiValueMap<String, String> query, Locale language, Model model) {
        var values = new LinkedMultiValueMap<String, String>();
        values.add("who", "GROUP".equals(query.getFirst("who")) ? "GROUP" : "PERSON");
        values.add("language", language.getLanguage());
        values.add("reach", "PART");
        values.add("lang." + language.getLanguage(), "C1");
        if (query.getFirst("kind") != null) {
            values.add("kinds", query.getFirst("kind"));
        }
        return shown(ApplicationFields.of(values), List.of(), language, model);
    }

    @PostMapping
    String send(@RequestParam MultiValueMap<String, String> sent, HttpServletRequest http, HttpServletResponse response, Locale language, Model model) {
        var fields = ApplicationFields.of(sent);
        var by = enteredBy();
        if (by == null && !throttled.admits(http.getRemoteAddr())) {
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
            return shown(fields, List.of(new Problem("kinds", "often")), language, model);
        }
        var application = fields.application(by, language.getLanguage());
        var problems = new ArrayList<>(rules.check(application));
        if (!fields.one("website").isBlank()) {
            problems.add(new Problem("website", "empty"));
        }
        if (!problems.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return shown(fields, problems, language, model);
        }
        if (by == null && !recruitment.wants(application)) {
            return elsewhere(application, model);
        }
        var id = applications.submit(application);
        return by == null ? "redirect:/volunteer/sent" : "redirect:/applicants/" + id;
    }

    @GetMapping("/sent")
    String sent() {
        return "volunteer/sent";
    }

    /** Nothing is kept of somebody we cannot use now. */
    private String elsewhere(NewApplication application, Model model) {
        var major = catalogue.district(application.district()).map(District::majorCode).orElseThrow();
        model.addAttribute("places", words.places(application.kinds(), major));
        return "volunteer/elsewhere";
    }

    private String shown(ApplicationFields fields, List<Problem> problems, Locale language, Model model) {
        model.addAttribute("form", new ApplicationView(fields, problems, texts, language));
        model.addAttribute("token", fields.one("token").isEmpty() ? UUID.randomUUID().toString() : fields.sending().toString());
        model.addAttribute("kinds", kinds.in(language));
        model.addAttribute("districts", catalogue.districts().stream().map(d -> new Choice(d.code(), d.name().in(language)))
                .sorted((a, b) -> a.name().compareToIgnoreCase(b.name())).toList());
        model.addAttribute("languages", ApplicationFields.LANGUAGES.stream().map(code -> named(code, language)).toList());
        model.addAttribute("written", List.of(named("fi", language), named("sv", language), named("en", language)));
        model.addAttribute("heard", List.of(NewApplication.HeardFrom.values()).stream()
                .map(one -> new Choice(one.name(), texts.getMessage("onboard.heard." + one, null, language))).toList());
        model.addAttribute("byPhone", enteredBy() != null);
        return "volunteer/apply";
    }

    /** Who keys it in for somebody on the phone; other staff write for themselves, as anybody. */
    private @Nullable String enteredBy() {
        return access.signedIn() && (access.role() == Role.COORDINATOR || access.role() == Role.LEAD) ? access.username() : null;
    }

    private static Choice named(String code, Locale reader) {
        return new Choice(code, Languages.name(code, reader));
    }
}
