package org.apusilta.matching.web;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apusilta.matching.Matching;
import org.apusilta.matching.internal.Brokering;
import org.apusilta.matching.internal.CaseWishes;
import org.apusilta.matching.internal.Choices;
import org.apusilta.matching.internal.Surroundings;
import org.apusilta.matching.internal.WeightTable;
import org.apusilta.request.HelpRequests;
import org.apusilta.security.Access;
import org.apusilta.security.Colleagues;
import org.apusilta.volunteer.Volunteers;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Choosing for one request, in full: who fits and why, what is missing, why somebody is not there, and what matching should know besides. */
@Controller
@Hidden
@RequestMapping("/matching/cases/{id:[0-9a-f]{8}-[0-9a-f-]{27}}")
class ChoosingPage {

    private static final List<String> LEVELS = List.of("A2", "B1", "B2", "C1");
    private static final int LONGEST_NAME = 100;

    private final Matching matching;
    private final CaseWishes wishes;
    private final Choices choices;
    private final HelpRequests requests;
    private final Volunteers volunteers;
    private final Colleagues colleagues;
    private final SpokenLanguages languages;
    private final WeightTable weights;
    private final Access access;

    ChoosingPage(Matching matching, CaseWishes wishes, Choices choices, HelpRequests requests, Volunteers volunteers, Colleagues colleagues,
            SpokenLanguages languages, WeightTable weights, Access access) {
        this.matching = matching;
        this.wishes = wishes;
        this.choices = choices;
        this.requests = requests;
        this.volunteers = volunteers;
        this.colleagues = colleagues;
        this.languages = languages;
        this.weights = weights;
        this.access = access;
    }

    @GetMapping
    String show(@PathVariable("id") UUID id, @RequestParam(name = "kept", required = false) String kept, Locale reader, Model model) {
        open(id);
        model.addAttribute("kept", kept != null);
        return page(id, reader, model);
    }

    /** Sent by post: a name never stands in an address. */
    @PostMapping("/why-not")
    String whyNot(@PathVariable("id") UUID id, @RequestParam(name = "name", defaultValue = "") String name, Locale reader, Model model) {
        open(id);
        model.addAttribute("asked", name);
        model.addAttribute("excluded", matching.whyNot(id, name.substring(0, Math.min(LONGEST_NAME, name.length())), reader));
        return page(id, reader, model);
    }

    @PostMapping("/wishes")
    String keep(@PathVariable("id") UUID id, @RequestParam(name = "around", defaultValue = "") List<String> around, @RequestParam("level") String level,
            @RequestParam(name = "practises", defaultValue = "") List<String> practises, @RequestParam(name = "welcomes", defaultValue = "false") boolean welcomes,
            @RequestParam(name = "minAge", defaultValue = "") String minAge, Locale reader, Model model) {
        open(id);
        boolean age = minAge.isBlank() || minAge.strip().matches("1[5-9]|[2-7][0-9]|80");
        if (!age || !LEVELS.contains(level)) {
            model.addAttribute("problem", age ? "matching.wish.problem.level" : "matching.wish.problem.age");
            return page(id, reader, model);
        }
        wishes.keep(id, new CaseWishes.Wish(around.stream().filter(Surroundings.CODES::contains).distinct().toList(), level,
                practises.stream().filter(languages::known).distinct().toList(), welcomes, minAge.isBlank() ? null : Integer.valueOf(minAge.strip())), access.username());
        return "redirect:/matching/cases/" + id + "?kept#said";
    }

    @ExceptionHandler
    void gone(NoSuchElementException unknown, HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }

    private void open(UUID id) {
        access.requireDistrict(requests.find(id).orElseThrow(() -> new NoSuchElementException("no such case")).major());
    }

    private String page(UUID id, Locale reader, Model model) {
        var chosen = choices.of(id);
        model.addAttribute("request", requests.facts(id));
        model.addAttribute("candidates", matching.candidates(id, Brokering.SHORT_LIST, reader));
        model.addAttribute("relaxations", matching.relaxations(id));
        model.addAttribute("version", weights.now().version());
        model.addAttribute("choices", chosen);
        model.addAttribute("names", volunteers.contacts(chosen.stream().map(Choices.Choice::volunteerId).filter(one -> one != null).toList()));
        model.addAttribute("people", colleagues.all().stream().collect(Collectors.toMap(Colleagues.Colleague::username, Colleagues.Colleague::name)));
        model.addAttribute("wish", wishes.of(id));
        model.addAttribute("surroundings", Surroundings.CODES);
        model.addAttribute("levels", LEVELS);
        model.addAttribute("languages", languages.in(reader));
        model.addAttribute("say", new Figures(reader));
        return "matching/choosing";
    }
}
