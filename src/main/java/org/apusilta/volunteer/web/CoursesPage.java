package org.apusilta.volunteer.web;

import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import java.util.Locale;
import org.apusilta.catalogue.Catalogue;
import org.apusilta.engine.Typed;
import org.apusilta.volunteer.internal.TrainingCatalogue;
import org.apusilta.volunteer.internal.TrainingCatalogue.Described;
import org.apusilta.volunteer.internal.Trainings;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The catalogue of trainings: how each is done, how long it holds, and which kinds of help need it. Team leads add and change them. */
@Controller
@Hidden
@RequestMapping("/trainings/courses")
class CoursesPage {

    private final Trainings trainings;
    private final TrainingCatalogue courses;
    private final Catalogue catalogue;

    CoursesPage(Trainings trainings, TrainingCatalogue courses, Catalogue catalogue) {
        this.trainings = trainings;
        this.courses = courses;
        this.catalogue = catalogue;
    }

    @GetMapping
    String list(@RequestParam(name = "kept", required = false) String kept, Locale language, Model model) {
        model.addAttribute("courses", trainings.courses(language));
        model.addAttribute("kept", kept != null);
        return "volunteer/courses";
    }

    @GetMapping("/new")
    String blank(Locale language, Model model) {
        return form(null, new Described("", "", "", "SESSION", null, null), "", List.of(), false, language, model);
    }

    @PostMapping("/new")
    String add(@RequestParam MultiValueMap<String, String> sent, Locale language, Model model) {
        try {
            courses.add(described(sent), months(sent), sent.getOrDefault("kinds", List.of()));
        } catch (IllegalArgumentException wrong) {
            return form(null, described(sent), text(sent, "renew"), sent.getOrDefault("kinds", List.of()), true, language, model);
        }
        return "redirect:/trainings/courses?kept";
    }

    @GetMapping("/{code:[A-Z_]+}")
    String one(@PathVariable("code") String code, Locale language, Model model) {
        var months = trainings.courses(language).stream().filter(one -> one.code().equals(code)).findFirst().map(Trainings.Course::renewMonths).orElse(null);
        return form(code, known(code), months == null ? "" : months.toString(), courses.neededBy(code), false, language, model);
    }

    @PostMapping("/{code:[A-Z_]+}")
    String keep(@PathVariable("code") String code, @RequestParam MultiValueMap<String, String> sent, Locale language, Model model) {
        known(code);
        try {
            courses.change(code, described(sent), months(sent), sent.getOrDefault("kinds", List.of()));
        } catch (IllegalArgumentException wrong) {
            return form(code, described(sent), text(sent, "renew"), sent.getOrDefault("kinds", List.of()), true, language, model);
        }
        return "redirect:/trainings/courses?kept";
    }

    private Described known(String code) {
        return courses.described(code).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static Described described(MultiValueMap<String, String> sent) {
        return new Described(text(sent, "nameFi"), text(sent, "nameSv"), text(sent, "nameEn"), text(sent, "way"), filled(sent, "provider"), filled(sent, "address"));
    }

    private static @Nullable Integer months(MultiValueMap<String, String> sent) {
        var typed = filled(sent, "renew");
        return typed == null ? null : Integer.valueOf(typed);
    }

    private static String text(MultiValueMap<String, String> sent, String name) {
        return Typed.clean(String.valueOf(sent.getOrDefault(name, List.of("")).get(0)), false);
    }

    private static @Nullable String filled(MultiValueMap<String, String> sent, String name) {
        var typed = text(sent, name);
        return typed.isEmpty() ? null : typed;
    }

    private String form(@Nullable String code, Described one, String renew, List<String> needed, boolean wrong, Locale language, Model model) {
        model.addAttribute("code", code);
        model.addAttribute("one", one);
        model.addAttribute("renew", renew);
        model.addAttribute("ways", TrainingCatalogue.WAYS);
        model.addAttribute("needed", needed);
        model.addAttribute("kinds", catalogue.kinds());
        model.addAttribute("reader", language);
        model.addAttribute("wrong", wrong);
        return "volunteer/course";
    }
}
