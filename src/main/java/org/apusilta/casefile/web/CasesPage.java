package org.apusilta.casefile.web;

import jakarta.servlet.http.HttpSession;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apusilta.casefile.CaseList;
import org.apusilta.casefile.CaseQuery;
import org.apusilta.casefile.CaseWork;
import org.apusilta.casefile.SavedViews;
import org.apusilta.casefile.internal.UntoldMessages;
import org.apusilta.catalogue.Catalogue;
import org.apusilta.catalogue.District;
import org.apusilta.request.RequestStatus;
import org.apusilta.security.Access;
import org.apusilta.security.Colleagues;
import org.apusilta.security.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The case list (R5): filter, sort, search, own views, and work on several cases at once. What it shows stands in its address, in codes. */
@Controller
@RequestMapping("/cases")
class CasesPage {

    private final CaseList cases;
    private final CaseLines lines;
    private final CaseWork work;
    private final SavedViews views;
    private final Colleagues colleagues;
    private final Catalogue catalogue;
    private final UntoldMessages untold;
    private final Access access;

    CasesPage(CaseList cases, CaseLines lines, CaseWork work, SavedViews views, Colleagues colleagues, Catalogue catalogue, UntoldMessages untold, Access access) {
        this.cases = cases;
        this.lines = lines;
        this.work = work;
        this.views = views;
        this.colleagues = colleagues;
        this.catalogue = catalogue;
        this.untold = untold;
        this.access = access;
    }

    @GetMapping
    String list(@RequestParam Map<String, String> said, HttpSession session, Locale reader, Model model) {
        var query = CaseQuery.of(said);
        var find = said.get("find");
        var phrase = Searches.phrase(session, find);
        var page = cases.of(query, phrase);
        var at = Math.min(query.page(), page.pages());
        model.addAttribute("query", query);
        model.addAttribute("links", new CaseLinks(query.at(at), phrase == null ? null : find));
        model.addAttribute("phrase", phrase);
        model.addAttribute("rows", lines.of(page.rows(), reader));
        model.addAttribute("total", page.total());
        model.addAttribute("pages", page.pages());
        model.addAttribute("page", at);
        choices(reader, model);
        model.addAttribute("views", views.own());
        model.addAttribute("mayWork", access.role() != Role.ADMIN);
        model.addAttribute("toTell", untold.count(ToTellPage.majors(catalogue, access)));
        return "casefile/cases";
    }

    /** A name typed goes no further than the session. */
    @PostMapping("/search")
    String search(@RequestParam(name = "phrase", defaultValue = "") String phrase, @RequestParam(name = "back", defaultValue = "") String back, HttpSession session) {
        var find = Searches.keep(session, phrase);
        var query = CaseLinks.parse(back).at(1);
        return redirect(find == null ? query : new CaseQuery(query.stage(), query.major(), query.kind(), query.owner(), query.overdue(),
                query.urgency(), query.age(), CaseQuery.Sort.BEST, false, 1), find);
    }

    @PostMapping("/views")
    String keep(@RequestParam(name = "name", defaultValue = "") String name, @RequestParam(name = "back", defaultValue = "") String back,
            @RequestParam(name = "find", required = false) @Nullable String find, HttpSession session, RedirectAttributes flash) {
        try {
            views.keep(name, CaseLinks.parse(back), Searches.phrase(session, find));
            flash.addFlashAttribute("said", "cases.view.kept");
        } catch (IllegalArgumentException refused) {
            flash.addFlashAttribute("problem", "cases.view.refused");
        }
        return redirect(CaseLinks.parse(back), find);
    }

    @GetMapping("/views/{id}")
    String view(@PathVariable("id") UUID id, HttpSession session) {
        return views.find(id).map(view -> redirect(CaseLinks.parse(view.query()), Searches.keep(session, view.phrase()))).orElse("redirect:/cases");
    }

    @PostMapping("/views/{id}/remove")
    String remove(@PathVariable("id") UUID id) {
        views.remove(id);
        return "redirect:/cases";
    }

    /** Takes the ticked cases, or hands them over. */
    @PostMapping("/work")
    String work(@RequestParam(name = "case", required = false) @Nullable List<UUID> ticked, @RequestParam(name = "to", defaultValue = "") String to,
            @RequestParam(name = "action", defaultValue = "take") String action, @RequestParam(name = "tell", defaultValue = "false") boolean tell,
            @RequestParam(name = "back", defaultValue = "") String back, @RequestParam(name = "find", required = false) @Nullable String find,
            RedirectAttributes flash) {
        var wanted = ticked == null ? List.<UUID>of() : ticked.stream().distinct().limit(CaseList.PAGE).toList();
        var colleague = action.equals("take") ? null : colleagues.coded(to).orElse(null);
        if (wanted.isEmpty()) {
            flash.addFlashAttribute("problem", "cases.work.nothing");
        } else if (!action.equals("take") && colleague == null) {
            flash.addFlashAttribute("problem", "cases.work.nobody");
        } else {
            var result = colleague == null ? work.take(wanted) : work.handOver(wanted, colleague.username(), tell);
            flash.addFlashAttribute("result", result);
            flash.addFlashAttribute("resultTo", colleague == null ? null : colleague.name());
        }
        return redirect(CaseLinks.parse(back), find);
    }

    private void choices(Locale reader, Model model) {
        model.addAttribute("stages", List.of(RequestStatus.values()));
        model.addAttribute("kinds", catalogue.kinds().stream().map(kind -> new String[] {kind.code(), kind.name().in(reader)}).toList());
        model.addAttribute("majors", catalogue.districts().stream().filter(d -> access.maySeeDistrict(d.majorCode()))
                .sorted(Comparator.comparing(District::majorCode))
                .collect(Collectors.toMap(District::majorCode, d -> d.majorName().in(reader), (one, same) -> one, LinkedHashMap::new)));
        model.addAttribute("colleagues", colleagues.all());
        model.addAttribute("ages", CaseQuery.AGES);
        model.addAttribute("urgencies", CaseQuery.URGENCIES);
    }

    private static String redirect(CaseQuery query, @Nullable String find) {
        return "redirect:" + new CaseLinks(query, find).here();
    }
}
