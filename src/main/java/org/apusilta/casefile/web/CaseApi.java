package org.apusilta.casefile.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.apusilta.casefile.CaseFile;
import org.apusilta.casefile.CaseFiles;
import org.apusilta.casefile.TimelineEntry;
import org.apusilta.engine.Twice;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A case for the people who work with it. */
@RestController
@RequestMapping("/api/cases/{id}")
class CaseApi {

    /** @param text 1 to 4000 characters */
    record NoteBody(@Nullable String text) {}

    /** @param reason 1 to 4000 characters */
    record WithdrawalBody(@Nullable String reason) {}

    private final CaseFiles cases;

    CaseApi(CaseFiles cases) {
        this.cases = cases;
    }

    @GetMapping
    CaseFile read(@PathVariable UUID id, Locale reader) {
        return cases.of(id, reader);
    }

    @GetMapping("/timeline")
    List<TimelineEntry> timeline(@PathVariable UUID id, Locale reader) {
        return cases.timeline(id, reader);
    }

    @PostMapping("/notes")
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, UUID> note(@PathVariable UUID id, @RequestBody NoteBody body) {
        return Map.of("id", cases.note(id, body.text() == null ? "" : body.text()));
    }

    @PostMapping("/messages/{message}/told")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void told(@PathVariable UUID id, @PathVariable UUID message) {
        cases.told(id, message);
    }

    @PostMapping("/withdraw")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(@PathVariable UUID id, @RequestBody WithdrawalBody body) {
        var reason = body.reason() == null ? "" : body.reason();
        // clicked twice, or a job of the case was working: tried once more it is either done or plainly refused
        Twice.tried(() -> {
            cases.withdraw(id, reason);
            return id;
        });
    }
}
