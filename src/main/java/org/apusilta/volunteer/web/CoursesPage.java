package org.apusilta.volunteer.web;

import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import org.apusilta.catalogue.Catalogue;
import org.apusilta.volunteer.internal.TrainingCatalogue;
import org.apusilta.volunteer.internal.Trainings;
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

/** The catalogue of trainings: how each is done, how long it holds, and which kinds of help need it. Team leads change it. */
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

    @GetMapping("/{code:[A-Z_]+}")
    String one(@PathVariable("code") String code, Locale language, Model model) {
        return form(code, false, language, model);
    }

    @PostMapping("/{code:[A-Z_]+}")
    String keep(@PathVariable("code") String code, @RequestParam MultiValueMap<String, String> sent, Locale language, Model model) {
        var months = sent.getFirst("renew") == null ? "" : sent.getFirst("renew").strip();
        try {
            courses.keep(code, months.isEmpty() ? null : Integer.valueOf(months), sent.getOrDefault("kinds", List.of()));
        } catch (IllegalArgumentException wrong) {
            return form(code, true, language, model);
        } catch (NoSuchElementException unknown) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return "redirect:/trainings/courses?kept";
    }

    private String form(String code, boolean wrong, Locale language, Model model) {
        model.addAttribute("course", trainings.courses(language).stream().filter(one -> one.code().equals(code)).findFirst().orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
        model.addAttribute("needed", courses.neededBy(code));
        model.addAttribute("kinds", catalogue.kinds());
        model.addAttribute("reader", language);
        model.addAttribute("wrong", wrong);
        return "volunteer/course";
    }
}
