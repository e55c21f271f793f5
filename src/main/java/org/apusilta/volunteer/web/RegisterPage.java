package org.apusilta.volunteer.web;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpSession;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apusilta.security.Access;
import org.apusilta.security.Role;
import org.apusilta.volunteer.internal.RegisterQuery;
import org.apusilta.volunteer.internal.RegisterSearch;
import org.apusilta.volunteer.internal.Segments;
import org.apusilta.volunteer.internal.Sight;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The register as a list (R53): narrow it, find somebody, keep the question as a segment. */
@Controller
@Hidden
@RequestMapping("/volunteers")
class RegisterPage {

    private final RegisterSearch search;
    private final Segments segments;
    private final RegisterChoices choices;
    private final Access access;

    RegisterPage(RegisterSearch search, Segments segments, RegisterChoices choices, Access access) {
        this.search = search;
        this.segments = segments;
        this.choices = choices;
        this.access = access;
    }

    /** A row in the reader's words. @param state with the last day of a break that runs */
    public record Line(UUID id, String name, String district, String state, String kinds, String languages, String organisation, String joined, int load, int capacity) {}

    @GetMapping
    String list(@RequestParam Map<String, String> said, HttpSession session, Locale reader, Model model) {
        var query = RegisterQuery.of(said);
        var find = said.get("find");
        var phrase = Phrases.phrase(session, find);
        var page = search.of(Sight.ofDistricts(access.districts()), query, phrase);
        var at = Math.min(query.page(), page.pages());
        model.addAttribute("query", query);
        model.addAttribute("links", new RegisterLinks(query.at(at), phrase == null ? null : find));
        model.addAttribute("phrase", phrase);
        model.addAttribute("rows", page.rows().stream().map(row -> line(row, reader)).toList());
        model.addAttribute("total", page.total());
        model.addAttribute("pages", page.pages());
        model.addAttribute("page", at);
        model.addAttribute("segments", segments.known());
        model.addAttribute("mayWork", access.role() != Role.ADMIN);
        model.addAttribute("statuses", RegisterQuery.STATUSES);
        model.addAttribute("levels", RegisterQuery.LEVELS);
        model.addAttribute("majors", choices.majors(reader, access.districts()));
        model.addAttribute("kinds", choices.kinds(reader));
        model.addAttribute("languages", choices.languages(reader));
        model.addAttribute("interests", choices.interests(reader));
        model.addAttribute("organisations", choices.organisations());
        return "volunteer/list";
    }

    /** What is typed goes no further than the session. */
    @PostMapping("/search")
    String search(@RequestParam(name = "phrase", defaultValue = "") String phrase, @RequestParam(name = "back", defaultValue = "") String back, HttpSession session) {
        var find = Phrases.keep(session, phrase);
        var query = RegisterQuery.parse(back).at(1);
        return "redirect:" + new RegisterLinks(find == null || query.sort() == RegisterQuery.Sort.BEST ? query : query.by(RegisterQuery.Sort.BEST), find).here();
    }

    @PostMapping("/segments")
    String keep(@RequestParam(name = "name", defaultValue = "") String name, @RequestParam(name = "back", defaultValue = "") String back,
            @RequestParam(name = "shared", defaultValue = "false") boolean shared, RedirectAttributes flash) {
        try {
            segments.keep(name, RegisterQuery.parse(back), shared);
            flash.addFlashAttribute("said", "register.segment.kept");
        } catch (IllegalArgumentException refused) {
            flash.addFlashAttribute("problem", "register.segment.refused");
        }
        return "redirect:" + new RegisterLinks(RegisterQuery.parse(back), null).here();
    }

    @GetMapping("/segments/{id}")
    String segment(@PathVariable("id") UUID id) {
        return segments.find(id).map(one -> "redirect:" + new RegisterLinks(RegisterQuery.parse(one.query()), null).here()).orElse("redirect:/volunteers");
    }

    @PostMapping("/segments/{id}/remove")
    String remove(@PathVariable("id") UUID id) {
        segments.remove(id);
        return "redirect:/volunteers";
    }

    private Line line(RegisterSearch.Row row, Locale reader) {
        var state = row.restingUntil() == null ? choices.text("register.status." + row.status(), reader)
                : choices.text("register.resting", reader, day(row.restingUntil()));
        var kinds = kinds(row.kinds(), reader);
        return new Line(row.id(), row.familyName() + " " + row.givenName(), choices.district(row.district(), reader), state, kinds,
                row.languages().stream().map(said -> choices.language(said.substring(0, said.indexOf(' ')), reader) + said.substring(said.indexOf(' '))).collect(Collectors.joining(", ")),
                row.organisation() == null ? "" : row.organisation(), day(row.joinedOn()), row.load(), row.capacity());
    }

    private String kinds(List<String> codes, Locale reader) {
        var first = codes.stream().limit(3).map(code -> choices.kind(code, reader)).collect(Collectors.joining(", "));
        return codes.size() <= 3 ? first : first + " " + choices.text("register.more", reader, codes.size() - 3);
    }

    private static String day(LocalDate day) {
        return day.format(DateTimeFormatter.ofPattern("d.M.yyyy"));
    }
}
