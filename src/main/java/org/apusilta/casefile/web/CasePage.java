package org.apusilta.casefile.web;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.function.Supplier;
import org.apusilta.casefile.AdHocTasks;
import org.apusilta.casefile.Calls;
import org.apusilta.casefile.CaseClosed;
import org.apusilta.casefile.CaseFiles;
import org.apusilta.casefile.CaseWork;
import org.apusilta.casefile.Documents;
import org.apusilta.casefile.Reopening;
import org.apusilta.matching.Waiting;
import org.apusilta.request.People;
import org.apusilta.security.Access;
import org.apusilta.security.Colleagues;
import org.apusilta.security.Role;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One case on a page of our own: read like the Case tab, with what a coordinator does beside the drawn steps. */
@Controller
@Hidden
@RequestMapping("/cases/{id:[0-9a-f]{8}-[0-9a-f-]{27}}")
class CasePage {

    private static final ZoneId HELSINKI = ZoneId.of("Europe/Helsinki");

    private final CaseFiles files;
    private final AdHocTasks adHoc;
    private final Calls calls;
    private final Documents documents;
    private final CaseWork work;
    private final Reopening reopening;
    private final Colleagues colleagues;
    private final CasePageView view;
    private final Access access;

    CasePage(CaseFiles files, AdHocTasks adHoc, Calls calls, Documents documents, CaseWork work, Reopening reopening, Colleagues colleagues,
            CasePageView view, Access access) {
        this.files = files;
        this.adHoc = adHoc;
        this.calls = calls;
        this.documents = documents;
        this.work = work;
        this.reopening = reopening;
        this.colleagues = colleagues;
        this.view = view;
        this.access = access;
    }

    @GetMapping
    String show(@PathVariable("id") UUID id, Locale reader, Model model) {
        view.fill(id, reader, model);
        model.addAttribute("mayWork", access.role() != Role.ADMIN);
        return "casefile/case";
    }

    @PostMapping("/notes")
    String note(@PathVariable("id") UUID id, @RequestParam(name = "text", defaultValue = "") String text, RedirectAttributes flash) {
        return done(id, "note", flash, () -> files.note(id, text));
    }

    /** An answer to our question that came by phone or mail. */
    @PostMapping("/answers")
    String answer(@PathVariable("id") UUID id, @RequestParam("means") People.Means means, @RequestParam(name = "text", defaultValue = "") String text,
            RedirectAttributes flash) {
        try {
            var kept = files.answered(id, text, means);
            flash.addFlashAttribute(kept ? "said" : "problem", kept ? "case.said.answer" : "case.problem.answered");
        } catch (IllegalArgumentException refused) {
            flash.addFlashAttribute("problem", "case.problem.answer");
        }
        return back(id, "questions", flash);
    }

    /** What a client who waits said by phone before anybody had to call. */
    @PostMapping("/waiting")
    String waiting(@PathVariable("id") UUID id, @RequestParam("answer") Waiting.Answer answer, @RequestParam(name = "words", defaultValue = "") String words,
            RedirectAttributes flash) {
        var kept = words.length() <= CaseFiles.LONGEST && files.waits(id, answer, words);
        flash.addFlashAttribute(kept ? "said" : "problem", kept ? "case.said.waiting" : "case.problem.waiting");
        return "redirect:/cases/" + id + "#waiting";
    }

    @PostMapping("/calls")
    String call(@PathVariable("id") UUID id, @RequestParam("direction") Calls.Direction direction, @RequestParam("party") Calls.Party party,
            @RequestParam("outcome") Calls.Outcome outcome, @RequestParam(name = "words", defaultValue = "") String words,
            @RequestParam(name = "at", defaultValue = "") String at, RedirectAttributes flash) {
        return done(id, "call", flash, () -> calls.add(id, direction, party, outcome, words, LocalDateTime.parse(at).atZone(HELSINKI).toInstant()));
    }

    @PostMapping("/tasks")
    String ask(@PathVariable("id") UUID id, @RequestParam("kind") AdHocTasks.Kind kind, @RequestParam(name = "what", defaultValue = "") String what,
            RedirectAttributes flash) {
        return done(id, "task", flash, () -> adHoc.ask(id, kind, what));
    }

    @PostMapping("/documents")
    String add(@PathVariable("id") UUID id, @RequestParam("file") MultipartFile file, RedirectAttributes flash) throws IOException {
        var content = file.getSize() > Documents.LARGEST ? new byte[Documents.LARGEST + 1] : file.getBytes();
        try {
            documents.add(id, file.getOriginalFilename() == null ? "" : file.getOriginalFilename(), content);
            flash.addFlashAttribute("said", "case.said.document");
        } catch (Documents.Refused refused) {
            flash.addFlashAttribute("problem", "case.problem.document." + refused.problem());
        }
        return back(id, "documents", flash);
    }

    /** Always as a file to keep: nothing uploaded is shown as a page of ours. */
    @GetMapping("/documents/{document}")
    ResponseEntity<byte[]> open(@PathVariable("id") UUID id, @PathVariable("document") UUID document) {
        var found = documents.open(id, document);
        return ResponseEntity.ok().contentType(MediaType.parseMediaType(found.type())).cacheControl(CacheControl.noStore())
                .header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(found.name(), StandardCharsets.UTF_8).build().toString())
                .body(found.content());
    }

    @PostMapping("/take")
    String take(@PathVariable("id") UUID id, RedirectAttributes flash) {
        var moved = work.take(java.util.List.of(id)).moved() == 1;
        flash.addFlashAttribute(moved ? "said" : "problem", moved ? "case.said.take" : "case.problem.take");
        return "redirect:/cases/" + id + "#said";
    }

    /** A message that no machine could bring was told by phone or letter. */
    @PostMapping("/messages/{message}/told")
    String told(@PathVariable("id") UUID id, @PathVariable("message") UUID message, RedirectAttributes flash) {
        files.told(id, message);
        flash.addFlashAttribute("said", "case.said.told");
        return "redirect:/cases/" + id + "#said";
    }

    @PostMapping("/hand-over")
    String handOver(@PathVariable("id") UUID id, @RequestParam(name = "to", defaultValue = "") String to,
            @RequestParam(name = "tell", defaultValue = "false") boolean tell, RedirectAttributes flash) {
        var colleague = colleagues.coded(to).orElse(null);
        var moved = colleague != null && work.handOver(java.util.List.of(id), colleague.username(), tell).moved() == 1;
        flash.addFlashAttribute(moved ? "said" : "problem", moved ? "case.said.handOver" : "case.problem.handOver");
        return "redirect:/cases/" + id + "#said";
    }

    @PostMapping("/reopen")
    String reopen(@PathVariable("id") UUID id, @RequestParam("reason") Reopening.Reason reason, @RequestParam(name = "words", defaultValue = "") String words,
            @RequestParam(name = "agreed", defaultValue = "false") boolean agreed, RedirectAttributes flash) {
        try {
            var next = reopening.reopen(id, reason, words, agreed);
            flash.addFlashAttribute("said", "case.said.reopen");
            return "redirect:/cases/" + next + "#said";
        } catch (IllegalArgumentException | IllegalStateException refused) {
            flash.addFlashAttribute("problem", refused instanceof IllegalStateException ? "case.problem.reopen.already" : "case.problem.reopen");
            return "redirect:/cases/" + id + "#said";
        }
    }

    @ExceptionHandler
    void gone(NoSuchElementException unknown, HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }

    private String done(UUID id, String what, RedirectAttributes flash, Supplier<UUID> act) {
        try {
            act.get();
            flash.addFlashAttribute("said", "case.said." + what);
        } catch (CaseClosed closed) {
            flash.addFlashAttribute("problem", "case.problem.closed");
        } catch (IllegalArgumentException | DateTimeParseException refused) {
            flash.addFlashAttribute("problem", "case.problem." + what);
        }
        return back(id, what + "s", flash);
    }

    /** To what came of it, which is read first and leads back to the place. */
    private static String back(UUID id, String place, RedirectAttributes flash) {
        flash.addFlashAttribute("place", place);
        return "redirect:/cases/" + id + "#said";
    }
}
