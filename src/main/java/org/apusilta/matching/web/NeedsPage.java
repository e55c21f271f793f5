package org.apusilta.matching.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apusilta.catalogue.Catalogue;
import org.apusilta.catalogue.Commitment;
import org.apusilta.catalogue.District;
import org.apusilta.catalogue.Languages;
import org.apusilta.matching.Needs;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.core.env.Environment;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** What volunteers are needed for now, for everybody to read: one line for each kind and part of the city, and nothing of a client. */
@Controller
@Tag(name = "Needs")
class NeedsPage {

    /**
     * One line on the page, in the reader's language; empty what is not told.
     *
     * @param people how many wait for it, in words @param phone of the coordinators of that part of the city, or else of the office
     */
    public record Line(String name, String area, String people, String about, String languages, String times, String commitment, String phone, String email) {}

    /**
     * One line for programs.
     *
     * @param kind code of the kind of help @param major code of the major district @param people how many wait for it
     * @param languages ISO 639-1 codes; of a few people, fi and sv only
     * @param times MORNING, AFTERNOON, EVENING, WEEKEND; empty when any time will do, null when too few wait to tell
     */
    record NeedBody(String kind, String name, String major, String area, int people, List<String> languages, @Nullable List<Needs.Time> times, Commitment commitment) {}

    private final Needs needs;
    private final Catalogue catalogue;
    private final MessageSource texts;
    private final Environment settings;

    NeedsPage(Needs needs, Catalogue catalogue, MessageSource texts, Environment settings) {
        this.needs = needs;
        this.catalogue = catalogue;
        this.texts = texts;
        this.settings = settings;
    }

    @GetMapping("/needs")
    String page(Locale language, Model model) {
        model.addAttribute("lines", needs.published().stream().map(need -> line(need, language)).toList());
        return "matching/needs";
    }

    @GetMapping(path = "/api/needs", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    @Operation(summary = "What volunteers are needed for now", description = "One line for each kind of help and major district. Nothing in it tells who the clients are: languages other than fi and sv, and times, only where at least three people wait.")
    List<NeedBody> list(Locale language) {
        return needs.published().stream().map(need -> {
            var kind = catalogue.kind(need.kind()).orElseThrow();
            return new NeedBody(need.kind(), kind.name().in(language), need.major(), area(need.major(), language), need.people(), need.languages(), need.times(), kind.commitment());
        }).toList();
    }

    private Line line(Needs.Need need, Locale language) {
        var kind = catalogue.kind(need.kind()).orElseThrow();
        var times = need.times() == null ? "" : need.times().isEmpty() ? texts.getMessage("matching.need.anyTime", null, language)
                : need.times().stream().map(time -> texts.getMessage("matching.need.time." + time, null, language)).collect(Collectors.joining(", "));
        return new Line(kind.name().in(language), area(need.major(), language),
                texts.getMessage("matching.need.people." + (need.people() == 1 ? "one" : "many"), new Object[] {need.people()}, language), kind.belongs().in(language),
                need.languages().stream().map(code -> Languages.name(code, language)).collect(Collectors.joining(", ")), times,
                texts.getMessage("matching.need.commitment." + kind.commitment(), null, language),
                settings.getProperty("apusilta.needs.contact." + need.major() + ".phone", settings.getProperty("apusilta.messages.phone", "")),
                settings.getProperty("apusilta.needs.contact." + need.major() + ".email", ""));
    }

    private String area(String major, Locale language) {
        return catalogue.districts().stream().filter(one -> one.majorCode().equals(major)).findFirst().map(District::majorName).map(name ->
                texts.getMessage("matching.need.major", new Object[] {name.in(language)}, language)).orElseThrow();
    }
}
