package org.apusilta.messaging.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apusilta.engine.Twice;
import org.apusilta.messaging.LinkPage;
import org.apusilta.messaging.internal.LinkDesk;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.RequestContextUtils;
import org.springframework.web.util.WebUtils;

/** The pages behind links. They leak no address, are not indexed or kept, and act only when their form is sent. */
@Controller
@RequestMapping("/l")
class LinkController {

    private static final int LONGEST_FIELD = 5_000;

    private final LinkDesk desk;

    LinkController(LinkDesk desk) {
        this.desk = desk;
    }

    @ModelAttribute
    void keepToOurselves(HttpServletResponse response) {
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    @GetMapping("/{token}")
    ModelAndView show(@PathVariable String token, HttpServletRequest request, HttpServletResponse response) {
        return page(token, desk.show(token, language(token, request, response)));
    }

    @PostMapping("/{token}")
    ModelAndView answer(@PathVariable String token, @RequestParam Map<String, String> fields, HttpServletRequest request, HttpServletResponse response) {
        return page(token, answered(token, cleaned(fields), language(token, request, response)));
    }

    /**
     * When somebody of ours completes the same step at this instant, the engine refuses the slower of the two and nothing of it is
     * kept. Tried once more, the answer either still fits or is plainly late, and the page says which.
     */
    private Optional<LinkPage.Page> answered(String token, Map<String, String> fields, Locale language) {
        return Twice.tried(() -> desk.answer(token, fields, language));
    }

    @GetMapping("/{token}/file")
    ResponseEntity<byte[]> file(@PathVariable String token, HttpServletRequest request, HttpServletResponse response) {
        var file = desk.file(token, language(token, request, response));
        return file.map(f -> ResponseEntity.ok()
                        .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.inline().filename(f.name()).build().toString())
                        .contentType(MediaType.parseMediaType(f.mediaType())).body(f.content()))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    /** Anything else under a link, so that no token ends in a log of "no such page". */
    @RequestMapping("/**")
    ModelAndView nothing() {
        return gone(LinkDesk.Worth.UNKNOWN);
    }

    private ModelAndView page(String token, Optional<LinkPage.Page> page) {
        return page.map(p -> p.view().startsWith("redirect:") ? new ModelAndView(p.view())
                        : new ModelAndView("link/" + p.view(), new TreeMap<>(p.model())).addObject("here", "/l/" + token))
                .orElseGet(() -> gone(desk.worth(token)));
    }

    private static ModelAndView gone(LinkDesk.Worth worth) {
        var unknown = worth == LinkDesk.Worth.UNKNOWN;
        var page = new ModelAndView("link/gone", Map.of("why", worth.name().toLowerCase(Locale.ROOT)));
        page.setStatus(unknown ? HttpStatus.NOT_FOUND : HttpStatus.GONE);
        return page;
    }

    /** Our letter's language, until the person chooses another. */
    private Locale language(String token, HttpServletRequest request, HttpServletResponse response) {
        var resolver = RequestContextUtils.getLocaleResolver(request);
        if (WebUtils.getCookie(request, "apusilta-lang") == null && request.getParameter("lang") == null) {
            desk.language(token).ifPresent(l -> resolver.setLocale(request, response, l));
        }
        return resolver.resolveLocale(request);
    }

    private static Map<String, String> cleaned(Map<String, String> fields) {
        var clean = new TreeMap<String, String>();
        fields.forEach((name, value) -> clean.put(name,
                value.substring(0, Math.min(value.length(), LONGEST_FIELD)).replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", "").strip()));
        clean.keySet().removeAll(Set.of("_csrf", "lang"));
        return clean;
    }
}
