package org.apusilta.matching.web;

import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.apusilta.matching.internal.Surroundings;
import org.apusilta.matching.internal.VolunteerWishes;
import org.apusilta.volunteer.OwnPageSection;
import org.apusilta.volunteer.OwnSession;
import org.apusilta.volunteer.VolunteerDoor;
import org.apusilta.volunteer.Volunteers;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** On the volunteer's own page, and by phone: what they avoid in a home, never why, and which languages they would like to practise. */
@Controller
@Hidden
class OwnBesides implements OwnPageSection {

    private static final int PLACE = 260;

    private final VolunteerWishes wishes;
    private final SpokenLanguages languages;
    private final OwnSession session;
    private final VolunteerDoor door;
    private final Volunteers volunteers;

    OwnBesides(VolunteerWishes wishes, SpokenLanguages languages, OwnSession session, VolunteerDoor door, Volunteers volunteers) {
        this.wishes = wishes;
        this.languages = languages;
        this.session = session;
        this.door = door;
        this.volunteers = volunteers;
    }

    @Override
    public int order() {
        return PLACE;
    }

    @Override
    public String view() {
        return "besides";
    }

    @Override
    public Map<String, Object> model(UUID volunteerId, Locale language) {
        return Map.of("wish", wishes.of(volunteerId), "surroundings", Surroundings.CODES, "languages", languages.in(language));
    }

    @PostMapping("/own/besides")
    String keep(@RequestParam(name = "avoids", defaultValue = "") List<String> avoids, @RequestParam(name = "practises", defaultValue = "") List<String> practises) {
        return session.volunteer().map(volunteer -> {
            keep(volunteer, avoids, practises);
            return "redirect:/own/page";
        }).orElse("redirect:/own?closed");
    }

    @PostMapping("/volunteers/{id:[0-9a-f]{8}-[0-9a-f-]{27}}/by-phone/besides")
    String byPhone(@PathVariable("id") UUID id, @RequestParam(name = "avoids", defaultValue = "") List<String> avoids, @RequestParam(name = "practises", defaultValue = "") List<String> practises) {
        door.open(id);
        keep(id, avoids, practises);
        return "redirect:/volunteers/" + id + "/by-phone";
    }

    private void keep(UUID volunteer, List<String> avoids, List<String> practises) {
        if (!volunteers.hasLeft(volunteer)) {
            wishes.keep(volunteer, avoids, practises);
        }
    }
}
