package org.apusilta.request.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apusilta.catalogue.Catalogue;
import org.apusilta.catalogue.Commitment;
import org.apusilta.catalogue.Kind;
import org.springframework.stereotype.Component;

/** The catalogue as the form shows it: groups of cards, each saying what a volunteer does and does not do. */
@Component
public class KindCards {

    /** One kind to choose. @param escort whether where, when and by what vehicle must be known */
    public record Card(String code, String name, String belongs, String excluded, boolean escort) {}

    private final Catalogue catalogue;

    KindCards(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** @return cards by group (OLDER, ADULT … and EVENTS for what happens once, together), in the catalogue's order */
    Map<String, List<Card>> in(Locale language) {
        var groups = new LinkedHashMap<String, List<Card>>();
        for (var group : List.of("OLDER", "ANYONE", "ADULT", "IMMIGRANT", "FAMILY", "YOUTH", "EVENTS")) {
            groups.put(group, new ArrayList<>());
        }
        for (var kind : catalogue.kinds()) {
            groups.computeIfAbsent(group(kind), g -> new ArrayList<>()).add(new Card(kind.code(), kind.name().in(language),
                    kind.belongs().in(language), kind.excluded().in(language), "ESCORT".equals(kind.training())));
        }
        groups.values().removeIf(List::isEmpty);
        return groups;
    }

    private static String group(Kind kind) {
        return kind.commitment() == Commitment.ONE_OFF && kind.training() == null ? "EVENTS" : kind.targetGroup();
    }
}
