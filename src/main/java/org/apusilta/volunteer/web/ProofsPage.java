package org.apusilta.volunteer.web;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apusilta.engine.Accounts;
import org.apusilta.volunteer.VolunteerDoor;
import org.apusilta.volunteer.Volunteers;
import org.apusilta.volunteer.internal.CheckRecord;
import org.apusilta.volunteer.internal.CityAgreementPaper;
import org.apusilta.volunteer.internal.CityAgreements;
import org.apusilta.volunteer.internal.CityPapers;
import org.apusilta.volunteer.internal.ProofStarts.Proof;
import org.apusilta.volunteer.internal.Renewals;
import org.apusilta.volunteer.internal.TrainingDay;
import org.apusilta.volunteer.internal.TrainingPeople;
import org.apusilta.volunteer.internal.Trainings;
import org.apusilta.volunteer.internal.Trainings.How;
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

/** One volunteer's trainings, agreement with the city and check: what there is, and the deeds of a coordinator. A scan is of an agreement only. */
@Controller
@Hidden
@RequestMapping("/volunteers/{id:[0-9a-f]{8}-[0-9a-f-]{27}}/proofs")
class ProofsPage {

    private final VolunteerDoor door;
    private final Volunteers volunteers;
    private final Trainings trainings;
    private final TrainingPeople people;
    private final TrainingDay day;
    private final CityAgreements agreements;
    private final CityAgreementPaper pdf;
    private final CityPapers papers;
    private final CheckRecord checks;
    private final Renewals renewals;
    private final Accounts accounts;

    ProofsPage(VolunteerDoor door, Volunteers volunteers, Trainings trainings, TrainingPeople people, TrainingDay day, CityAgreements agreements, CityAgreementPaper pdf,
            CityPapers papers, CheckRecord checks, Renewals renewals, Accounts accounts) {
        this.door = door;
        this.volunteers = volunteers;
        this.trainings = trainings;
        this.people = people;
        this.day = day;
        this.agreements = agreements;
        this.pdf = pdf;
        this.papers = papers;
        this.checks = checks;
        this.renewals = renewals;
        this.accounts = accounts;
    }

    @GetMapping
    String show(@PathVariable("id") UUID id, @RequestParam(name = "said", defaultValue = "") String said, Locale language, Model model) {
        door.open(id);
        var courses = trainings.courses(language);
        model.addAttribute("who", volunteers.contact(id).orElseThrow());
        model.addAttribute("said", said.matches("done|known|wrong|kept|SIZE|TYPE|AGREEMENT|begun|running") ? said : "");
        model.addAttribute("courses", courses);
        model.addAttribute("names", courses.stream().collect(Collectors.toMap(Trainings.Course::code, Trainings.Course::name)));
        model.addAttribute("missing", trainings.missing(id));
        model.addAttribute("done", trainings.done(id));
        model.addAttribute("agreements", agreements.of(id));
        model.addAttribute("papers", papers.of(id));
        model.addAttribute("check", checks.newest(id).orElse(null));
        model.addAttribute("today", day.today());
        model.addAttribute("staff", accounts.names());
        return "volunteer/proofs";
    }

    /** Records what was done elsewhere, as told by the volunteer or whoever gave it. */
    @PostMapping("/trainings")
    String done(@PathVariable("id") UUID id, @RequestParam("training") String training, @RequestParam(name = "day", defaultValue = "") String on, Principal who, Locale language) {
        door.open(id);
        try {
            var doneOn = LocalDate.parse(on);
            if (doneOn.isAfter(day.today()) || trainings.courses(language).stream().noneMatch(one -> one.code().equals(training))) {
                return back(id, "wrong");
            }
            return back(id, trainings.complete(id, training, doneOn, How.COORDINATOR, who.getName()) ? "done" : "known");
        } catch (DateTimeParseException unreadable) {
            return back(id, "wrong");
        }
    }

    @PostMapping("/begin")
    String begin(@PathVariable("id") UUID id, @RequestParam("proof") Proof proof) {
        door.open(id);
        return back(id, renewals.begin(id, proof, people.major(id)) ? "begun" : "running");
    }

    @PostMapping("/agreement-papers")
    String add(@PathVariable("id") UUID id, @RequestParam("number") int number, @RequestParam("file") MultipartFile file, Principal who) throws IOException {
        door.open(id);
        var problem = papers.add(id, number, file.getSize() > CityPapers.LARGEST ? new byte[0] : file.getBytes(), who.getName());
        return back(id, problem == null ? "kept" : problem);
    }

    /** Always as a file to keep: nothing uploaded is shown as a page of ours. */
    @GetMapping("/agreement-papers/{paper:[0-9a-f]{8}-[0-9a-f-]{27}}")
    ResponseEntity<byte[]> paper(@PathVariable("id") UUID id, @PathVariable("paper") UUID paper, Principal who) {
        door.open(id);
        var found = papers.open(id, paper, who.getName());
        return ResponseEntity.ok().contentType(MediaType.parseMediaType(found.type())).cacheControl(CacheControl.noStore()).header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(found.name()).build().toString()).body(found.bytes());
    }

    @GetMapping("/agreements/{number}")
    ResponseEntity<byte[]> agreement(@PathVariable("id") UUID id, @PathVariable("number") int number) {
        door.open(id);
        var version = agreements.of(id).stream().filter(one -> one.number() == number).findFirst().orElseThrow(() -> new NoSuchElementException("no such version"));
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF).cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.inline().filename("agreement-" + number + ".pdf").build().toString()).body(pdf.pdf(version));
    }

    @ExceptionHandler
    void gone(NoSuchElementException unknown, HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }

    private static String back(UUID id, String said) {
        return "redirect:/volunteers/" + id + "/proofs?said=" + said;
    }
}
