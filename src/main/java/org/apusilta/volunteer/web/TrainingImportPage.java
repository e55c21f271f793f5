package org.apusilta.volunteer.web;

import io.swagger.v3.oas.annotations.Hidden;
import java.security.Principal;
import java.util.List;
import java.util.Locale;
import org.apusilta.security.Access;
import org.apusilta.volunteer.internal.TrainingPeople;
import org.apusilta.volunteer.internal.TrainingPeople.Row;
import org.apusilta.volunteer.internal.Trainings;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Completions from whoever gives the training, pasted as CSV: looked at first, taken whole or not at all. */
@Controller
@Hidden
@RequestMapping("/trainings/import")
class TrainingImportPage {

    private final TrainingPeople people;
    private final Trainings trainings;
    private final Access access;

    TrainingImportPage(TrainingPeople people, Trainings trainings, Access access) {
        this.people = people;
        this.trainings = trainings;
        this.access = access;
    }

    @GetMapping
    String show(Locale language, Model model) {
        return page("", List.of(), "", language, model);
    }

    @PostMapping
    String take(@RequestParam(name = "csv", defaultValue = "") String csv, @RequestParam(name = "take", defaultValue = "") String take, Principal who, Locale language, Model model) {
        try {
            boolean dry = !take.equals("yes");
            var rows = people.take(csv, access.districts(), dry, who.getName());
            boolean good = !rows.isEmpty() && rows.stream().allMatch(row -> row.problem().isEmpty());
            return page(csv, rows, rows.isEmpty() ? "empty" : !good ? "problems" : dry ? "ready" : "taken", language, model);
        } catch (IllegalArgumentException unreadable) {
            return page(csv, List.of(), "unreadable", language, model);
        }
    }

    private String page(String csv, List<Row> rows, String said, Locale language, Model model) {
        model.addAttribute("csv", csv);
        model.addAttribute("rows", rows);
        model.addAttribute("said", said);
        model.addAttribute("courses", trainings.courses(language));
        return "volunteer/training-import";
    }
}
