package org.apusilta.catalogue.web;

import java.util.List;
import java.util.Locale;
import org.apusilta.catalogue.Catalogue;
import org.apusilta.catalogue.Commitment;
import org.apusilta.catalogue.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The catalogue for other systems: open, because what the city's volunteers do is no secret (R30). */
@RestController
class KindsController {

    /** A kind in one language. */
    record KindView(String code, String name, String belongs, String excluded, Commitment commitment, String targetGroup) {

        static KindView of(Kind kind, Locale language) {
            return new KindView(kind.code(), kind.name().in(language), kind.belongs().in(language), kind.excluded().in(language),
                    kind.commitment(), kind.targetGroup());
        }
    }

    private final Catalogue catalogue;

    KindsController(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @GetMapping("/api/kinds")
    ResponseEntity<List<KindView>> kinds(@RequestParam(name = "lang", required = false) @Nullable String lang,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String accepted) {
        Locale language = ApiLanguage.of(lang, accepted);
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_LANGUAGE, language.getLanguage())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .body(catalogue.kinds().stream().map(kind -> KindView.of(kind, language)).toList());
    }
}
