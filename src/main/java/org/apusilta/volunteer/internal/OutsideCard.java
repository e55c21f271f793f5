package org.apusilta.volunteer.internal;

import java.util.List;
import org.apusilta.volunteer.CardSection;
import org.springframework.stereotype.Component;

/** What those outside the coordinators' desks see of a person: these parts, named one by one, whatever other modules add to the card. */
@Component
public class OutsideCard {

    private final PersonSection person;
    private final SkillsSection skills;

    OutsideCard(PersonSection person, SkillsSection skills) {
        this.person = person;
        this.skills = skills;
    }

    /** @return for the organisation that leads somebody: who it is and what they can */
    public List<CardSection> forOrganisation() {
        return List.of(person, skills);
    }

    /** @return for a unit where somebody helps: who it is */
    public List<CardSection> forUnit() {
        return List.of(person);
    }
}
