package org.apusilta.volunteer.web;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.apusilta.security.Access;
import org.apusilta.volunteer.CardLine;
import org.apusilta.volunteer.CardSection;
import org.apusilta.volunteer.VolunteerDoor;
import org.apusilta.volunteer.Volunteers;
import org.apusilta.volunteer.internal.Merges;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Entries that may be one person: the list of them, both side by side with what would move, the merge, and back again. */
@Controller
@Hidden
class MergePage {

    private static final int MOST = 200;
    /** Who it is and what they can: the parts two entries are compared by. */
    private static final int COMPARED = 100;

    private final Merges merges;
    private final VolunteerDoor door;
    private final Volunteers volunteers;
    private final List<CardSection> sections;
    private final RegisterChoices choices;
    private final Access access;

    MergePage(Merges merges, VolunteerDoor door, Volunteers volunteers, List<CardSection> sections, RegisterChoices choices, Access access) {
        this.merges = merges;
        this.door = door;
        this.volunteers = volunteers;
        this.sections = sections.stream().filter(one -> one.order() < COMPARED).sorted(java.util.Comparator.comparingInt(CardSection::order)).toList();
        this.choices = choices;
        this.access = access;
    }

    /** One of the two. */
    public record Side(UUID id, String name, List<CardLine> lines) {}

    /** Rows that would move, in the reader's words. */
    public record Moving(String what, int rows) {}

    @GetMapping("/volunteers/duplicates")
    String list(Model model) {
        model.addAttribute("pairs", merges.candidates(access.districts(), MOST));
        return "volunteer/duplicates";
    }

    @GetMapping("/volunteers/{id:[0-9a-f]{8}-[0-9a-f-]{27}}/merge/{other:[0-9a-f]{8}-[0-9a-f-]{27}}")
    String preview(@PathVariable("id") UUID into, @PathVariable("other") UUID from, Locale reader, Model model) {
        door.open(into);
        door.open(from);
        var preview = merges.preview(from, into);
        model.addAttribute("into", side(into));
        model.addAttribute("from", side(from));
        model.addAttribute("preview", preview);
        model.addAttribute("filled", preview.filled().keySet().stream().map(field -> choices.text("register.field." + field, reader)).toList());
        model.addAttribute("rows", preview.rows().entrySet().stream().map(one -> new Moving(table(one.getKey(), reader), one.getValue())).toList());
        return "volunteer/merge";
    }

    @PostMapping("/volunteers/{id:[0-9a-f]{8}-[0-9a-f-]{27}}/merge/{other:[0-9a-f]{8}-[0-9a-f-]{27}}")
    String merge(@PathVariable("id") UUID into, @PathVariable("other") UUID from, RedirectAttributes flash) {
        door.open(into);
        door.open(from);
        try {
            merges.merge(from, into, access.username());
            flash.addFlashAttribute("said", "register.merge.done");
        } catch (Merges.Refused refused) {
            flash.addFlashAttribute("problem", "register.merge.obstacle." + refused.getMessage());
        }
        return "redirect:/volunteers/" + into;
    }

    @PostMapping("/volunteers/merges/{merge}/undo")
    String undo(@PathVariable("merge") UUID merge, RedirectAttributes flash) {
        var into = merges.target(merge).orElseThrow(() -> new NoSuchElementException("no such merge"));
        door.open(into);
        try {
            merges.undo(merge, access.username());
            flash.addFlashAttribute("said", "register.merge.undone");
        } catch (Merges.Refused refused) {
            flash.addFlashAttribute("problem", "register.merge.obstacle." + refused.getMessage());
        }
        return "redirect:/volunteers/" + into;
    }

    @ExceptionHandler
    void gone(NoSuchElementException unknown, HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }

    private Side side(UUID id) {
        return new Side(id, volunteers.contact(id).orElseThrow(NoSuchElementException::new).name(), sections.stream().flatMap(one -> one.lines(id).stream()).toList());
    }

    private String table(String table, Locale reader) {
        var known = choices.text("register.table." + table, reader);
        return known.startsWith("register.table.") ? choices.text("register.table.other", reader) : known;
    }
}
