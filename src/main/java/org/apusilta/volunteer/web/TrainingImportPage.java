package org.apusilta.volunteer.web;

import io.swagger.v3.oas.annotations.Hidden;
import java.security.Principal;
import java.util.List;
import org.apusilta.security.Access;
import org.apusilta.volunteer.internal.TrainingPeople;
import org.apusilta.volunteer.internal.TrainingPeople.Row;
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
    private final Access access;

    TrainingImportPage(TrainingPeople people, Access access) {
        this.people = people;
        this.access = access;
    }

    @GetMapping
    String show(Model model) {
        return page("", List.of(), "", model);
    }

    @PostMapping
    String take(@RequestParam(name = "csv", defaultValue = "") String csv, @RequestParam(name = "take", defaultValue = "") String take, Principal who, Model model) {
        try {
            boolean dry = !take.equals("yes");
            var rows = people.take(csv, access.districts(), dry, who.getName());
            boolean good = !rows.isEmpty() && rows.stream().allMatch(row -> row.problem().isEmpty());
            return page(csv, rows, rows.isEmpty() ? "empty" : !good ? "problems" : dry ? "ready" : "taken", model);
        } catch (IllegalArgumentException unreadable) {
            return page(csv, List.of(), "unreadable", model);
        }
    }

    private static String page(String csv, List<Row> rows, String said, Model model) {
        model.addAttribute("csv", csv);
        model.addAttribute("rows", rows);
        model.addAttribute("said", said);
        return "volunteer/training-import";
    }
}
