package org.apusilta.request.web;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import org.apusilta.catalogue.Catalogue;
import org.apusilta.catalogue.Kind;
import org.apusilta.request.CaseFacts;
import org.apusilta.request.HelpRequests;
import org.apusilta.request.HelpRequests.Who;
import org.apusilta.request.TellBack;
import org.apusilta.security.Access;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What became of the requests a social worker has sent (R2). */
@Controller
@RequestMapping("/requests")
class OwnRequests {

    /** @param days since the request came in, until now or its end */
    public record Row(UUID id, String reference, String client, String kinds, String status, boolean open, String received, long days,
            @Nullable String closing) {}

    private final HelpRequests requests;
    private final Catalogue catalogue;
    private final StatusWords words;
    private final Access access;
    private final Clock clock;

    OwnRequests(HelpRequests requests, Catalogue catalogue, StatusWords words, Access access, Clock clock) {
        this.requests = requests;
        this.catalogue = catalogue;
        this.words = words;
        this.access = access;
        this.clock = clock;
    }

    @GetMapping
    String list(Locale language, Model model) {
        var own = requests.submittedBy(access.username());
        var statuses = requests.statuses(own.stream().map(CaseFacts::id).toList());
        model.addAttribute("rows", own.stream().map(f -> row(f, words.name(f.id(), statuses.get(f.id()), f.outcome() == null, language), language)).toList());
        return "request/own";
    }

    @GetMapping("/{id}")
    String one(@PathVariable("id") UUID id, Locale language, Model model) {
        var facts = own(id);
        model.addAttribute("row", row(facts, "", language));
        model.addAttribute("status", words.of(id, language));
        model.addAttribute("district", catalogue.district(facts.district()).map(d -> d.name().in(language)).orElse(facts.district()));
        model.addAttribute("description", requests.description(id));
        model.addAttribute("questions", requests.questions(id));
        return "request/one";
    }

    @PostMapping("/{id}/withdraw")
    String withdraw(@PathVariable("id") UUID id, @RequestParam(name = "sure", defaultValue = "false") boolean sure, Locale language, Model model) {
        own(id);
        if (!sure) {
            model.addAttribute("unsure", true);
            return one(id, language, model);
        }
        requests.withdraw(id, Who.REQUESTER);
        return "redirect:/requests/" + id;
    }

    private CaseFacts own(UUID id) {
        var facts = requests.find(id).orElseThrow(() -> new AccessDeniedException("not this request"));
        if (!access.username().equals(facts.submittedBy())) {
            throw new AccessDeniedException("not this request");
        }
        return facts;
    }

    private Row row(CaseFacts facts, String status, Locale language) {
        var kinds = String.join(", ", facts.kinds().stream().map(code -> catalogue.kind(code).map(Kind::name).map(n -> n.in(language)).orElse(code)).toList());
        var ended = requests.mayTell(facts.id()).includes(TellBack.OUTCOME);
        var until = facts.closedAt() == null || !ended ? clock.instant() : facts.closedAt();
        return new Row(facts.id(), facts.reference(), requests.client(facts.id()).name(), kinds, status, facts.outcome() == null || !ended,
                words.day(facts.receivedAt(), language), Duration.between(facts.receivedAt(), until).toDays(),
                ended ? requests.closingLine(facts.id(), language).orElse(null) : null);
    }
}
