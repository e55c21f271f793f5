package org.apusilta.volunteer.web;

import io.swagger.v3.oas.annotations.Hidden;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;
import org.apusilta.volunteer.VolunteerDoor;
import org.apusilta.volunteer.Volunteers;
import org.apusilta.volunteer.internal.VolunteerHistory;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Who changed what of a person, the newest first. */
@Controller
@Hidden
class HistoryPage {

    private final VolunteerDoor door;
    private final Volunteers volunteers;
    private final VolunteerHistory history;
    private final RegisterChoices choices;

    HistoryPage(VolunteerDoor door, Volunteers volunteers, VolunteerHistory history, RegisterChoices choices) {
        this.door = door;
        this.volunteers = volunteers;
        this.history = history;
        this.choices = choices;
    }

    /** A change in the reader's words. */
    public record Line(String at, String by, String field, String was, String becomes) {}

    @GetMapping("/volunteers/{id:[0-9a-f]{8}-[0-9a-f-]{27}}/history")
    String show(@PathVariable("id") UUID id, Locale reader, Model model) {
        door.open(id);
        model.addAttribute("id", id);
        model.addAttribute("who", volunteers.contact(id).orElseThrow(java.util.NoSuchElementException::new));
        model.addAttribute("lines", history.of(id).stream().map(one -> line(one, reader)).toList());
        return "volunteer/history";
    }

    private Line line(VolunteerHistory.Change one, Locale reader) {
        var at = one.at().atZone(ZoneId.of("Europe/Helsinki")).format(DateTimeFormatter.ofPattern("d.M.yyyy H:mm"));
        var by = choices.text("register.by." + one.by(), reader);
        return new Line(at, by.startsWith("register.by.") ? one.by() : by, field(one.field(), reader), value(one.field(), one.was(), reader), value(one.field(), one.becomes(), reader));
    }

    private String field(String field, Locale reader) {
        int dot = field.indexOf('.');
        if (dot < 0) {
            return choices.text("register.field." + field, reader);
        }
        var code = field.substring(dot + 1);
        return choices.text("register.field." + field.substring(0, dot), reader) + ": " + switch (field.substring(0, dot)) {
            case "kind" -> choices.kind(code, reader);
            case "speaks" -> choices.language(code, reader);
            case "interest" -> choices.interest(code, reader);
            default -> choices.text("register.consent." + code, reader);
        };
    }

    private String value(String field, @Nullable String value, Locale reader) {
        if (value == null) {
            return "–";
        }
        return switch (field.contains(".") ? field.substring(0, field.indexOf('.')) : field) {
            case "kind", "interest" -> choices.text("register.yes", reader);
            case "consent", "car", "strength", "pets_ok", "smoke_ok" -> choices.text("true".equals(value) ? "register.yes" : "register.no", reader);
            case "district" -> choices.district(value, reader);
            case "language", "status", "gender" -> choices.text("register." + field + "." + value, reader);
            case "organisation" -> choices.organisations().getOrDefault(value, value);
            default -> value.matches("\\d{4}-\\d{2}-\\d{2}") ? java.time.LocalDate.parse(value).format(DateTimeFormatter.ofPattern("d.M.yyyy")) : value;
        };
    }
}
