package org.apusilta.matching.web;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apusilta.catalogue.Catalogue;
import org.apusilta.catalogue.District;
import org.apusilta.catalogue.Kind;
import org.apusilta.matching.internal.KeptInterimOffers;
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

/** Where team leads keep what is offered to those who wait. What is changed here is offered from the next letter on. */
@Controller
@RequestMapping("/interim")
class InterimPage {

    /** One line of the list. */
    public record Row(UUID id, String name, String text, String kinds, String area, boolean active) {}

    private final KeptInterimOffers offers;
    private final Catalogue catalogue;

    InterimPage(KeptInterimOffers offers, Catalogue catalogue) {
        this.offers = offers;
        this.catalogue = catalogue;
    }

    @GetMapping
    String list(@RequestParam(name = "saved", required = false) @Nullable String saved, Locale language, Model model) {
        var majors = majors(language);
        model.addAttribute("rows", offers.all().stream().map(one -> new Row(one.id(), one.name().in(language), one.text().in(language),
                one.kinds().stream().flatMap(code -> catalogue.kind(code).stream()).map(kind -> kind.name().in(language)).collect(Collectors.joining(", ")),
                one.major() == null ? "" : majors.getOrDefault(one.major(), one.major()), one.active())).toList());
        model.addAttribute("saved", saved != null);
        return "matching/interim";
    }

    @GetMapping("/new")
    String create(Locale language, Model model) {
        return form(null, InterimForm.empty(), List.of(), language, model);
    }

    @GetMapping("/{id}")
    String edit(@PathVariable("id") UUID id, Locale language, Model model) {
        return form(id, InterimForm.of(known(id)), List.of(), language, model);
    }

    @PostMapping
    String add(@RequestParam MultiValueMap<String, String> sent, Locale language, Model model) {
        return save(null, InterimForm.of(sent), language, model);
    }

    @PostMapping("/{id}")
    String change(@PathVariable("id") UUID id, @RequestParam MultiValueMap<String, String> sent, Locale language, Model model) {
        return save(known(id).id(), InterimForm.of(sent), language, model);
    }

    private String save(@Nullable UUID id, InterimForm form, Locale language, Model model) {
        var problems = form.problems(majors(language).keySet(), code -> catalogue.kind(code).isPresent());
        if (!problems.isEmpty()) {
            return form(id, form, problems, language, model);
        }
        offers.keep(form.offer(id == null ? UUID.randomUUID() : id));
        return "redirect:/interim?saved";
    }

    private String form(@Nullable UUID id, InterimForm form, List<String> problems, Locale language, Model model) {
        model.addAttribute("id", id);
        model.addAttribute("form", form);
        model.addAttribute("problems", problems);
        model.addAttribute("majors", majors(language));
        model.addAttribute("kinds", catalogue.kinds().stream().collect(Collectors.toMap(Kind::code, kind -> kind.name().in(language), (a, b) -> a, LinkedHashMap::new)));
        return "matching/interim-form";
    }

    private KeptInterimOffers.Offer known(UUID id) {
        return offers.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Map<String, String> majors(Locale language) {
        return catalogue.districts().stream().sorted(Comparator.comparing(District::majorCode))
                .collect(Collectors.toMap(District::majorCode, district -> district.majorName().in(language), (one, same) -> one, LinkedHashMap::new));
    }
}
