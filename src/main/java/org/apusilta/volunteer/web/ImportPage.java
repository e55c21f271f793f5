package org.apusilta.volunteer.web;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.apusilta.security.Access;
import org.apusilta.volunteer.internal.FileRefused;
import org.apusilta.volunteer.internal.ImportBook;
import org.apusilta.volunteer.internal.ImportField;
import org.apusilta.volunteer.internal.ImportRun;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** People from a file, in four steps: the file, what its columns are, a look at every row, the run. */
@Controller
@Hidden
@RequestMapping("/volunteers/import")
class ImportPage {

    private static final int PAGE = 100;
    private static final String ID = "/{id:[0-9a-f]{8}-[0-9a-f-]{27}}";

    private final ImportBook book;
    private final ImportRun runs;
    private final RegisterChoices choices;
    private final Access access;

    ImportPage(ImportBook book, ImportRun runs, RegisterChoices choices, Access access) {
        this.book = book;
        this.runs = runs;
        this.choices = choices;
        this.access = access;
    }

    /** A row of the report in the reader's words. */
    public record Line(int line, String outcome, List<String> notes, @org.jspecify.annotations.Nullable UUID volunteerId, @org.jspecify.annotations.Nullable String name) {}

    @GetMapping
    String start(Model model) {
        model.addAttribute("last", book.last());
        model.addAttribute("days", new Days());
        return "volunteer/import";
    }

    @PostMapping
    String upload(@RequestParam("file") MultipartFile file, Locale reader, RedirectAttributes flash) throws IOException {
        try {
            var id = book.upload(access.username(), file.getOriginalFilename() == null ? "" : file.getOriginalFilename(), file.getBytes());
            return "redirect:/volunteers/import/" + id;
        } catch (FileRefused refused) {
            flash.addFlashAttribute("refused", choices.text("import.refused." + refused.code(), reader, refused.values()));
            return "redirect:/volunteers/import";
        }
    }

    @GetMapping(ID)
    String show(@PathVariable("id") UUID id, @RequestParam(name = "outcome", defaultValue = "") String outcome, @RequestParam(name = "page", defaultValue = "1") int page, Locale reader, Model model) {
        var one = book.find(id);
        var at = Math.max(1, Math.min(page, 1 + (one.total() - 1) / PAGE));
        var rows = book.rows(id, outcome, (at - 1) * PAGE, PAGE);
        model.addAttribute("one", one);
        model.addAttribute("sample", book.sample(id));
        model.addAttribute("fields", ImportField.values());
        model.addAttribute("before", book.sameBefore(id).map(Days::of).orElse(null));
        model.addAttribute("outcome", outcome);
        model.addAttribute("outcomes", List.of("NEW", "CHANGED", "SAME", "DOUBTFUL", "FAULTY"));
        model.addAttribute("rows", rows.stream().filter(row -> row.outcome() != null).map(row -> new Line(row.line(), String.valueOf(row.outcome()),
                row.notes().stream().map(note -> note(note, reader)).toList(), row.volunteerId(), row.name())).toList());
        model.addAttribute("page", at);
        model.addAttribute("pages", Math.max(1, 1 + ((outcome.isEmpty() ? one.total() : one.count(outcome)) - 1) / PAGE));
        model.addAttribute("days", new Days());
        return "volunteer/import-one";
    }

    /** For the script that moves the bar. */
    @GetMapping(ID + "/progress")
    @ResponseBody
    Map<String, Object> progress(@PathVariable("id") UUID id) {
        var one = book.find(id);
        return Map.of("state", one.state(), "done", one.done(), "total", one.total());
    }

    @PostMapping(ID + "/columns")
    String columns(@PathVariable("id") UUID id, @RequestParam(name = "column", defaultValue = "") List<String> mapping, @RequestParam(name = "source", defaultValue = "") String source, RedirectAttributes flash) {
        try {
            book.map(id, mapping, source);
            runs.check(id, access.username());
        } catch (IllegalArgumentException refused) {
            flash.addFlashAttribute("problem", "import.columns.problem");
        }
        return "redirect:/volunteers/import/" + id;
    }

    @PostMapping(ID + "/run")
    String run(@PathVariable("id") UUID id, @RequestParam(name = "doubtful", defaultValue = "false") boolean doubtful, RedirectAttributes flash) {
        if (!runs.run(id, access.username(), doubtful)) {
            flash.addFlashAttribute("problem", "import.run.already");
        }
        return "redirect:/volunteers/import/" + id;
    }

    @PostMapping(ID + "/discard")
    String discard(@PathVariable("id") UUID id) {
        book.discard(id);
        return "redirect:/volunteers/import";
    }

    @ExceptionHandler
    void gone(NoSuchElementException unknown, HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }

    private String note(String note, Locale reader) {
        int colon = note.indexOf(':');
        return colon < 0 ? choices.text("import.note." + note, reader)
                : choices.text("import.note." + note.substring(0, colon), reader, choices.text("import.field." + note.substring(colon + 1), reader));
    }

    /** Moments as the reader writes them. */
    public static final class Days {

        /** @return the moment in Helsinki */
        public static String of(Instant at) {
            return at.atZone(ZoneId.of("Europe/Helsinki")).format(DateTimeFormatter.ofPattern("d.M.yyyy H:mm"));
        }
    }
}
