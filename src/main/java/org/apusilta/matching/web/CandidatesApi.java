package org.apusilta.matching.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.apusilta.matching.Matching;
import org.apusilta.request.HelpRequests;
import org.apusilta.security.Access;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Who fits a request and why, for the coordinators of its district. */
@RestController
@Tag(name = "Matching")
class CandidatesApi {

    /**
     * @param points may be below zero when another request has the stronger claim
     * @param change what would bring the missing points, null when none are or nothing would
     */
    @Schema(name = "CandidateReason")
    record ReasonBody(String code, BigDecimal points, BigDecimal outOf, String sentence, @Nullable String change) {}

    /** @param score sum of the reasons' points */
    @Schema(name = "Candidate")
    record CandidateBody(UUID volunteerId, String name, BigDecimal score, List<ReasonBody> reasons) {}

    private static final int MOST = 100;

    private final Matching matching;
    private final HelpRequests requests;
    private final Access access;

    CandidatesApi(Matching matching, HelpRequests requests, Access access) {
        this.matching = matching;
        this.requests = requests;
        this.access = access;
    }

    @GetMapping(path = "/api/requests/{id}/candidates", produces = "application/json")
    @Operation(summary = "Candidates for a request, best first", description = "Each with every part of the score in a sentence, in the reader's language.")
    List<CandidateBody> candidates(@PathVariable UUID id, @RequestParam(defaultValue = "10") int limit, Locale language) {
        var facts = requests.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        access.requireDistrict(facts.major());
        if (limit < 1 || limit > MOST) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "limit is 1 to " + MOST);
        }
        return matching.candidates(id, limit, language).stream().map(CandidatesApi::body).toList();
    }

    private static CandidateBody body(Matching.Candidate candidate) {
        return new CandidateBody(candidate.volunteerId(), candidate.name(), points(candidate.score()), candidate.reasons().stream()
                .map(reason -> new ReasonBody(reason.code(), points(reason.points()), points(reason.outOf()), reason.sentence(), reason.change())).toList());
    }

    private static BigDecimal points(int thousandths) {
        return BigDecimal.valueOf(thousandths, 3);
    }
}
