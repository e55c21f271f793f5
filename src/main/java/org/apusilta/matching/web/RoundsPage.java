package org.apusilta.matching.web;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apusilta.catalogue.Catalogue;
import org.apusilta.matching.internal.Rounds;
import org.apusilta.matching.process.RoundConfirmations;
import org.apusilta.security.Access;
import org.apusilta.security.Colleagues;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Many requests at once: a coordinator starts a round, looks at what is proposed and confirms all of it, some or none. */
@Controller
@Hidden
@RequestMapping("/matching/rounds")
class RoundsPage {

    /** What the two buttons send; anything else is refused. */
    enum Act { confirm, none }

    private static final String ONE = "/{id:[0-9a-f]{8}-[0-9a-f-]{27}}";

    private final Rounds rounds;
    private final RoundConfirmations confirmations;
    private final Catalogue catalogue;
    private final Colleagues colleagues;
    private final Access access;

    RoundsPage(Rounds rounds, RoundConfirmations confirmations, Catalogue catalogue, Colleagues colleagues, Access access) {
        this.rounds = rounds;
        this.confirmations = confirmations;
        this.catalogue = catalogue;
        this.colleagues = colleagues;
        this.access = access;
    }

    @GetMapping
    String list(Locale reader, Model model) {
        var majors = new TreeMap<String, String>();
        catalogue.districts().stream().filter(district -> access.maySeeDistrict(district.majorCode()))
                .forEach(district -> majors.putIfAbsent(district.majorCode(), district.majorName().in(reader)));
        model.addAttribute("majors", majors);
        model.addAttribute("kinds", catalogue.kinds());
        model.addAttribute("rounds", rounds.in(access.districts()));
        model.addAttribute("say", new Figures(reader));
        return "matching/rounds";
    }

    /** Only their own districts' searches take part, whatever was sent. */
    @PostMapping
    String start(@RequestParam("kind") Rounds.Kind kind, @RequestParam(name = "majors", defaultValue = "") Set<String> majors,
            @RequestParam(name = "kinds", defaultValue = "") Set<String> kinds, RedirectAttributes flash) {
        var own = majors.stream().filter(access::maySeeDistrict).collect(Collectors.toSet());
        var known = kinds.stream().filter(code -> catalogue.kind(code).isPresent()).collect(Collectors.toSet());
        var round = own.isEmpty() ? java.util.Optional.<UUID>empty() : rounds.start(kind, own, known, access.username());
        if (round.isEmpty()) {
            flash.addFlashAttribute("problem", own.isEmpty() ? "matching.round.problem.majors" : "matching.round.problem.none");
            return "redirect:/matching/rounds";
        }
        return "redirect:/matching/rounds/" + round.get();
    }

    @GetMapping(ONE)
    String show(@PathVariable("id") UUID id, Locale reader, Model model) {
        model.addAttribute("round", rounds.view(id, access.districts(), reader));
        model.addAttribute("say", new Figures(reader));
        model.addAttribute("people", colleagues.all().stream().collect(Collectors.toMap(Colleagues.Colleague::username, Colleagues.Colleague::name)));
        return "matching/round";
    }

    @PostMapping(ONE + "/check")
    String check(@PathVariable("id") UUID id, RedirectAttributes flash) {
        flash.addFlashAttribute("faults", rounds.check(id, access.districts(), access.username()));
        return "redirect:/matching/rounds/" + id + "#proof";
    }

    /** @param cases the ticked ones @param act {@code confirm} books them, {@code none} leaves all that are undecided out */
    @PostMapping(ONE + "/decide")
    String decide(@PathVariable("id") UUID id, @RequestParam(name = "cases", defaultValue = "") Set<UUID> cases, @RequestParam("act") Act act, RedirectAttributes flash) {
        var own = rounds.undecided(id, access.districts());
        var wanted = act == Act.confirm ? own.stream().filter(cases::contains).toList() : List.<UUID>of();
        var became = confirmations.decide(id, wanted, act == Act.none ? own : List.of(), access.username());
        flash.addFlashAttribute("became", became);
        return "redirect:/matching/rounds/" + id + "#said";
    }

    @ExceptionHandler
    void gone(NoSuchElementException unknown, HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
}
