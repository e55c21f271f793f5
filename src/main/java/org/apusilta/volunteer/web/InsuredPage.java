package org.apusilta.volunteer.web;

import io.swagger.v3.oas.annotations.Hidden;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import org.apusilta.security.Access;
import org.apusilta.security.Role;
import org.apusilta.volunteer.internal.Insured;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who was insured on a day, as a list and as CSV; coordinators see their own districts. */
@Controller
@Hidden
class InsuredPage {

    private static final int SIZE = 100;
    private static final List<String> COLUMNS = List.of("familyName", "givenName", "birthYear", "from", "until", "number");

    private final Insured insured;
    private final Access access;
    private final MessageSource texts;

    InsuredPage(Insured insured, Access access, MessageSource texts) {
        this.insured = insured;
        this.access = access;
        this.texts = texts;
    }

    @GetMapping("/insured")
    String list(@RequestParam(name = "day", defaultValue = "") String sent, @RequestParam(name = "page", defaultValue = "0") int sentPage, Model model) {
        var day = day(sent);
        var asked = day == null ? insured.today() : day;
        int count = insured.count(asked, access.districts());
        int page = Math.max(0, Math.min(sentPage, (count - 1) / SIZE));
        model.addAttribute("day", asked);
        model.addAttribute("wrong", day == null && !sent.isBlank());
        model.addAttribute("export", access.role() != Role.ADMIN);
        model.addAttribute("count", count);
        model.addAttribute("page", page);
        model.addAttribute("pages", (count + SIZE - 1) / SIZE);
        model.addAttribute("rows", insured.on(asked, access.districts(), page, SIZE));
        return "volunteer/insured";
    }

    @GetMapping("/insured.csv")
    ResponseEntity<byte[]> csv(@RequestParam(name = "day", defaultValue = "") String sent, Locale reader) {
        var day = day(sent);
        var asked = day == null ? insured.today() : day;
        var headings = COLUMNS.stream().map(one -> texts.getMessage("proofs.insured." + one, null, reader)).toList();
        return ResponseEntity.ok().contentType(new MediaType("text", "csv", StandardCharsets.UTF_8)).cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename("insured-" + asked + ".csv").build().toString())
                .body(insured.csv(asked, access.districts(), headings));
    }

    private static @Nullable LocalDate day(String sent) {
        try {
            return LocalDate.parse(sent.strip());
        } catch (DateTimeParseException unreadable) {
            return null;
        }
    }
}
