package org.apusilta.matching.web;

import io.swagger.v3.oas.annotations.Hidden;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.apusilta.catalogue.Catalogue;
import org.apusilta.catalogue.Languages;
import org.apusilta.matching.internal.Fairness.By;
import org.apusilta.matching.internal.Fairness;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Whether proposing is fair, in numbers of groups: nothing on it is about one person. */
@Controller
@Hidden
class FairnessPage {

    private final Fairness fairness;
    private final Catalogue catalogue;
    private final MessageSource texts;

    FairnessPage(Fairness fairness, Catalogue catalogue, MessageSource texts) {
        this.fairness = fairness;
        this.catalogue = catalogue;
        this.texts = texts;
    }

    @GetMapping("/matching/fairness")
    String show(@RequestParam(name = "by", defaultValue = "MAJOR") By by, Locale reader, Model model) {
        model.addAttribute("by", by);
        model.addAttribute("all", By.values());
        model.addAttribute("proposed", fairness.proposed(by));
        model.addAttribute("load", fairness.load(by));
        model.addAttribute("waits", fairness.waits(by));
        model.addAttribute("names", names(by, reader));
        model.addAttribute("say", new Figures(reader));
        return "matching/fairness";
    }

    private Map<String, String> names(By by, Locale reader) {
        var names = new LinkedHashMap<String, String>();
        switch (by) {
            case MAJOR -> catalogue.districts().forEach(district -> names.putIfAbsent(district.majorCode(), district.majorName().in(reader)));
            case LANGUAGE -> {
                for (var code : new String[] {"fi", "sv", "en"}) {
                    names.put(code, Languages.name(code, reader));
                }
                names.put("other", texts.getMessage("matching.fair.other", null, reader));
            }
            case AGE -> {
                for (var band : new String[] {"18-40", "41-64", "65-74", "75+", "unknown"}) {
                    names.put(band, texts.getMessage("matching.fair.age." + band, null, reader));
                }
            }
        }
        return names;
    }
}
