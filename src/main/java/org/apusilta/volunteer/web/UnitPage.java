package org.apusilta.volunteer.web;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import java.util.UUID;
import org.apusilta.catalogue.Sites;
import org.apusilta.volunteer.AccessLog;
import org.apusilta.volunteer.Volunteers;
import org.apusilta.volunteer.internal.OutsideCard;
import org.apusilta.volunteer.internal.RegisterExport;
import org.apusilta.volunteer.internal.RegisterQuery;
import org.apusilta.volunteer.internal.RegisterSearch;
import org.apusilta.volunteer.internal.SiteWork;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A responsible person's page: the unit's volunteers and their hours, what waits for a yes, and who stands in (R10). */
@Controller
@Hidden
@RequestMapping("/unit-volunteers")
class UnitPage {

    private static final ZoneId HELSINKI = ZoneId.of("Europe/Helsinki");

    private final SiteWork work;
    private final Sites sites;
    private final RegisterSearch search;
    private final RegisterExport export;
    private final Volunteers volunteers;
    private final OutsideCard card;
    private final ObjectProvider<AccessLog> looks;
    private final Clock clock;

    UnitPage(SiteWork work, Sites sites, RegisterSearch search, RegisterExport export, Volunteers volunteers, OutsideCard card, ObjectProvider<AccessLog> looks, Clock clock) {
        this.work = work;
        this.sites = sites;
        this.search = search;
        this.export = export;
        this.volunteers = volunteers;
        this.card = card;
        this.looks = looks;
        this.clock = clock;
    }

    /** A volunteer of the unit. @param hours confirmed this year */
    public record Line(UUID id, String name, String phone, String since, String hours, String last) {}

    /** One site with its volunteers. */
    public record AtSite(String code, String name, List<Line> lines) {}

    /** A visit that waits for a yes. */
    public record Waiting(UUID visit, String name, String site, String day, String hours) {}

    @GetMapping
    String show(Locale reader, Model model) {
        var bySite = new TreeMap<String, List<SiteWork.Placed>>();
        work.helpers().forEach(one -> bySite.computeIfAbsent(one.site(), none -> new java.util.ArrayList<>()).add(one));
        model.addAttribute("sites", bySite.entrySet().stream().map(site -> new AtSite(site.getKey(), name(site.getKey(), reader), site.getValue().stream().map(one -> new Line(one.id(),
                one.familyName() + " " + one.givenName(), one.phone() == null ? "–" : one.phone(), day(one.since()), hours(one.minutes()), one.last() == null ? "–" : day(one.last()))).toList())).toList());
        model.addAttribute("told", work.told().stream().map(one -> new Waiting(one.visit(), one.name(), name(one.site(), reader), day(one.day()), hours(one.minutes()))).toList());
        model.addAttribute("deputies", work.deputies());
        model.addAttribute("colleagues", work.colleagues(reader.getLanguage()));
        model.addAttribute("known", work.me().isPresent());
        model.addAttribute("today", today());
        return "volunteer/unit";
    }

    @GetMapping("/{id}")
    String person(@PathVariable("id") UUID id, Model model) {
        if (!search.sees(work.sight(), id)) {
            throw new NoSuchElementException("not this unit");
        }
        looks.ifAvailable(log -> log.looked(id, AccessLog.What.CARD, null));
        model.addAttribute("who", volunteers.contact(id).orElseThrow(NoSuchElementException::new));
        model.addAttribute("sections", card.forUnit().stream().map(one -> new VolunteerPage.Shown(one.titleKey(), one.lines(id))).toList());
        model.addAttribute("back", "/unit-volunteers");
        return "volunteer/own-card";
    }

    @PostMapping("/attendance")
    String attended(@RequestParam("volunteer") UUID volunteer, @RequestParam("site") String site, @RequestParam(name = "day", defaultValue = "") String day,
            @RequestParam(name = "hours", defaultValue = "") String hours, RedirectAttributes flash) {
        try {
            work.attended(volunteer, site, LocalDate.parse(day), new BigDecimal(hours.strip().replace(',', '.')).multiply(BigDecimal.valueOf(60)).intValue());
            flash.addFlashAttribute("said", "unit.attended");
        } catch (IllegalArgumentException | DateTimeException refused) {
            flash.addFlashAttribute("problem", "unit.attended.refused");
        }
        return "redirect:/unit-volunteers";
    }

    @PostMapping("/visits/{visit}/confirm")
    String confirm(@PathVariable("visit") UUID visit, RedirectAttributes flash) {
        boolean confirmed = work.confirm(visit);
        flash.addFlashAttribute(confirmed ? "said" : "problem", confirmed ? "unit.attended" : "unit.confirm.refused");
        return "redirect:/unit-volunteers";
    }

    @PostMapping("/deputies")
    String deputy(@RequestParam(name = "deputy", defaultValue = "") String deputy, @RequestParam(name = "first", defaultValue = "") String first, @RequestParam(name = "last", defaultValue = "") String last,
            RedirectAttributes flash) {
        try {
            work.nameDeputy(UUID.fromString(deputy), LocalDate.parse(first), LocalDate.parse(last));
            flash.addFlashAttribute("said", "unit.deputy.named");
        } catch (IllegalArgumentException | DateTimeException refused) {
            flash.addFlashAttribute("problem", "unit.deputy.refused");
        }
        return "redirect:/unit-volunteers";
    }

    @PostMapping("/deputies/{id}/end")
    String endDeputy(@PathVariable("id") UUID id) {
        work.endDeputy(id);
        return "redirect:/unit-volunteers";
    }

    @PostMapping("/export")
    ResponseEntity<byte[]> export(Locale reader) {
        return RegisterDownload.csv(export.csv(work.sight(), RegisterQuery.of(Map.of("status", "ALL")), reader));
    }

    @ExceptionHandler
    void gone(NoSuchElementException unknown, HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }

    private String name(String site, Locale reader) {
        return sites.site(site).map(one -> one.name().in(reader)).orElse(site);
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(HELSINKI));
    }

    static String day(LocalDate day) {
        return day.format(DateTimeFormatter.ofPattern("d.M.yyyy"));
    }

    private static String hours(int minutes) {
        return minutes / 60 + ":" + "%02d".formatted(minutes % 60);
    }
}
