package org.apusilta.agreement.web;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.apusilta.agreement.AgreementChanges;
import org.apusilta.agreement.AgreementReviews;
import org.apusilta.agreement.SignedPapers;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a coordinator does to an agreement from the page of its case; that page shows what came of it. */
@Controller
@Hidden
@RequestMapping("/cases/{id:[0-9a-f]{8}-[0-9a-f-]{27}}/agreement")
class AgreementCasePage {

    private final SignedPapers papers;
    private final AgreementReviews reviews;
    private final AgreementChanges changes;

    AgreementCasePage(SignedPapers papers, AgreementReviews reviews, AgreementChanges changes) {
        this.papers = papers;
        this.reviews = reviews;
        this.changes = changes;
    }

    @PostMapping("/papers")
    String add(@PathVariable("id") UUID id, @RequestParam("version") int version, @RequestParam("signedBy") SignedPapers.SignedBy signedBy,
            @RequestParam("file") MultipartFile file, RedirectAttributes flash) throws IOException {
        var content = file.getSize() > SignedPapers.LARGEST ? new byte[SignedPapers.LARGEST + 1] : file.getBytes();
        try {
            papers.add(id, version, signedBy, content);
            flash.addFlashAttribute("said", "case.said.paper");
        } catch (SignedPapers.Refused refused) {
            flash.addFlashAttribute("problem", "case.problem.paper." + refused.problem());
        }
        return back(id, flash);
    }

    /** Always as a file to keep: nothing uploaded is shown as a page of ours. */
    @GetMapping("/papers/{paper}")
    ResponseEntity<byte[]> open(@PathVariable("id") UUID id, @PathVariable("paper") UUID paper) {
        var found = papers.open(id, paper);
        return ResponseEntity.ok().contentType(MediaType.parseMediaType(found.type())).cacheControl(CacheControl.noStore())
                .header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(found.name()).build().toString())
                .body(found.content());
    }

    @PostMapping("/reviewed")
    String reviewed(@PathVariable("id") UUID id, RedirectAttributes flash) {
        try {
            reviews.reviewed(id);
            flash.addFlashAttribute("said", "case.said.reviewed");
        } catch (IllegalStateException none) {
            flash.addFlashAttribute("problem", "case.problem.reviewed");
        }
        return back(id, flash);
    }

    @PostMapping("/changes")
    String change(@PathVariable("id") UUID id, @RequestParam("reason") AgreementChanges.Reason reason,
            @RequestParam(name = "words", defaultValue = "") String words, RedirectAttributes flash) {
        try {
            changes.ask(id, reason, words);
            flash.addFlashAttribute("said", "case.said.agreementChange");
        } catch (IllegalArgumentException | IllegalStateException refused) {
            flash.addFlashAttribute("problem", "case.problem.agreementChange" + (refused instanceof IllegalStateException ? ".notNow" : ""));
        }
        return back(id, flash);
    }

    @ExceptionHandler
    void gone(NoSuchElementException unknown, HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }

    /** To what came of it, which is read first and leads back to the agreement. */
    private static String back(UUID id, RedirectAttributes flash) {
        flash.addFlashAttribute("place", "agreement");
        return "redirect:/cases/" + id + "#said";
    }
}
