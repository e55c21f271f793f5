package org.apusilta.volunteer.web;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.apusilta.volunteer.OwnPageSection;
import org.apusilta.volunteer.Volunteers;
import org.springframework.stereotype.Component;

/** The parts of a volunteer's own page in their order, as the page shows them and a coordinator sees them by phone. */
@Component
class OwnParts {

    /** @param view its fragment's file below {@code templates/own} @param my what the fragment shows */
    public record Part(String view, Map<String, Object> my) {}

    private final List<OwnPageSection> sections;
    private final Volunteers volunteers;

    OwnParts(List<OwnPageSection> sections, Volunteers volunteers) {
        this.sections = sections.stream().sorted(Comparator.comparingInt(OwnPageSection::order)).toList();
        this.volunteers = volunteers;
    }

    List<Part> of(UUID volunteerId, Locale language) {
        boolean left = volunteers.hasLeft(volunteerId);
        return sections.stream().filter(section -> !left || section.afterLeaving()).map(section -> new Part(section.view(), section.model(volunteerId, language))).toList();
    }
}
