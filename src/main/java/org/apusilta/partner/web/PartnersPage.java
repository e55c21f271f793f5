package org.apusilta.partner.web;

import java.util.ArrayList;
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
import org.apusilta.partner.Partner;
import org.apusilta.partner.Partners;
import org.apusilta.partner.internal.HandOffWords;
import org.apusilta.partner.internal.PlacesToHelp;
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

/** The register of partners, for managers and team leads: who there is, what they take, where, in which languages, and whom to ask. */
@Controller
@RequestMapping("/partners")
class PartnersPage {

    /** Languages partners are likely to speak; those a partner has beside them stay. */
    private static final List<String> LANGUAGES = List.of("fi", "sv", "en", "et", "ru", "so", "ar", "ku", "fa", "uk", "zh", "vi");

    /** One line of the list. */
    public record Row(UUID id, String name, String type, String kinds, String areas, String languages, String contact, boolean active) {}

    private final Partners partners;
    private final PlacesToHelp places;
    private final Catalogue catalogue;

    PartnersPage(Partners partners, PlacesToHelp places, Catalogue catalogue) {
        this.partners = partners;
        this.places = places;
        this.catalogue = catalogue;
    }

    @GetMapping
    String list(@RequestParam(name = "saved", required = false) @Nullable String saved, Locale language, Model model) {
        var majors = majors(language);
        model.addAttribute("rows", partners.all().stream().map(one -> row(one, majors, language)).toList());
        model.addAttribute("saved", saved != null);
        return "partner/list";
    }

    @GetMapping("/new")
    String create(Locale language, Model model) {
        return form(null, PartnerForm.empty(), List.of(), language, model);
    }

    @GetMapping("/{id}")
    String edit(@PathVariable("id") UUID id, Locale language, Model model) {
        return form(id, PartnerForm.of(known(id), places.told(id)), List.of(), language, model);
    }

    @PostMapping
    String add(@RequestParam MultiValueMap<String, String> sent, Locale language, Model model) {
        return save(null, PartnerForm.of(sent), language, model);
    }

    @PostMapping("/{id}")
    String change(@PathVariable("id") UUID id, @RequestParam MultiValueMap<String, String> sent, Locale language, Model model) {
        known(id);
        return save(id, PartnerForm.of(sent), language, model);
    }

    private String save(@Nullable UUID id, PartnerForm form, Locale language, Model model) {
        var problems = new ArrayList<>(form.problems());
        if (!catalogue.kinds().stream().map(Kind::code).toList().containsAll(form.kinds()) || !majors(language).keySet().containsAll(form.areas())
                || !form.languages().stream().allMatch(code -> code.matches("[a-z]{2}"))) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        if (problems.isEmpty() && partners.all().stream().anyMatch(one -> !one.id().equals(id) && one.name().equalsIgnoreCase(form.name()))) {
            problems.add("taken");
        }
        if (!problems.isEmpty()) {
            return form(id, form, problems, language, model);
        }
        var one = form.partner(id);
        partners.save(one);
        places.tell(one.id(), form.forVolunteers());
        return "redirect:/partners?saved";
    }

    private String form(@Nullable UUID id, PartnerForm form, List<String> problems, Locale language, Model model) {
        var languages = new LinkedHashMap<String, String>();
        java.util.stream.Stream.concat(LANGUAGES.stream(), form.languages().stream()).forEach(code -> languages.put(code, HandOffWords.languages(List.of(code), language)));
        model.addAttribute("id", id);
        model.addAttribute("form", form);
        model.addAttribute("problems", problems);
        model.addAttribute("types", Partner.Type.values());
        model.addAttribute("kinds", catalogue.kinds().stream().collect(Collectors.toMap(Kind::code, kind -> kind.name().in(language), (a, b) -> a, LinkedHashMap::new)));
        model.addAttribute("majors", majors(language));
        model.addAttribute("languages", languages);
        model.addAttribute("networks", partners.networks());
        return "partner/form";
    }

    private Partner known(UUID id) {
        return partners.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Row row(Partner one, Map<String, String> majors, Locale language) {
        var kinds = one.kinds().stream().flatMap(code -> catalogue.kind(code).stream()).map(kind -> kind.name().in(language)).collect(Collectors.joining(", "));
        var areas = one.wholeCity() ? "" : one.areas().stream().map(majors::get).collect(Collectors.joining(", "));
        return new Row(one.id(), one.name(), one.type().name(), kinds, areas, HandOffWords.languages(one.languages(), language),
                one.contacts().isEmpty() ? "–" : one.contacts().get(0).name(), one.active());
    }

    private Map<String, String> majors(Locale language) {
        return catalogue.districts().stream().sorted(Comparator.comparing(District::majorCode))
                .collect(Collectors.toMap(District::majorCode, district -> district.majorName().in(language), (one, same) -> one, LinkedHashMap::new));
    }
}
