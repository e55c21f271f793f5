package org.apusilta.volunteer.web;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.apusilta.security.Access;
import org.apusilta.volunteer.VolunteerDoor;
import org.apusilta.volunteer.internal.Persons;
import org.apusilta.volunteer.internal.RegisterQuery;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Changes a person's data. When somebody else has changed them meanwhile, both are shown and nothing typed is lost. */
@Controller
@Hidden
@RequestMapping("/volunteers/{id:[0-9a-f]{8}-[0-9a-f-]{27}}/edit")
class EditPage {

    private static final ZoneId HELSINKI = ZoneId.of("Europe/Helsinki");

    private final VolunteerDoor door;
    private final Persons people;
    private final RegisterChoices choices;
    private final Access access;
    private final Clock clock;

    EditPage(VolunteerDoor door, Persons people, RegisterChoices choices, Access access, Clock clock) {
        this.door = door;
        this.people = people;
        this.choices = choices;
        this.access = access;
        this.clock = clock;
    }

    @GetMapping
    String edit(@PathVariable("id") UUID id, Locale reader, Model model) {
        door.open(id);
        return form(id, PersonForm.of(people.find(id)), List.of(), false, reader, model);
    }

    @PostMapping
    String save(@PathVariable("id") UUID id, @RequestParam MultiValueMap<String, String> sent, Locale reader, Model model, RedirectAttributes flash) {
        door.open(id);
        var form = PersonForm.of(sent);
        var problems = form.problems(LocalDate.now(clock.withZone(HELSINKI)).getYear(), choices.districts(reader).keySet(), choices.organisations().keySet(),
                choices.allKinds(), choices.languages(reader).keySet(), choices.interests(reader).keySet());
        if (!problems.isEmpty()) {
            return form(id, form, problems, false, reader, model);
        }
        var theirs = people.save(form.person(id), access.username());
        if (theirs.isPresent()) {
            model.addAttribute("theirs", PersonForm.of(theirs.get()));
            return form(id, form.at(theirs.get().version()), List.of(), true, reader, model);
        }
        flash.addFlashAttribute("said", "register.edit.saved");
        return "redirect:/volunteers/" + id;
    }

    @ExceptionHandler
    void gone(NoSuchElementException unknown, HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }

    private String form(UUID id, PersonForm form, List<String> problems, boolean clash, Locale reader, Model model) {
        model.addAttribute("id", id);
        model.addAttribute("form", form);
        model.addAttribute("problems", problems);
        model.addAttribute("clash", clash);
        model.addAttribute("districts", choices.districts(reader));
        model.addAttribute("kinds", choices.kinds(reader));
        model.addAttribute("languages", choices.languages(reader));
        model.addAttribute("interests", choices.interests(reader));
        model.addAttribute("organisations", choices.organisations());
        model.addAttribute("levels", RegisterQuery.LEVELS);
        model.addAttribute("consents", Persons.CONSENTS);
        return "volunteer/edit";
    }
}
