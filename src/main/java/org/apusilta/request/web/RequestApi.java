package org.apusilta.request.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apusilta.engine.Accounts;
import org.apusilta.request.HelpRequests;
import org.apusilta.request.InvalidRequest;
import org.apusilta.request.RequestStatus;
import org.apusilta.request.TellBack;
import org.apusilta.request.internal.Submissions;
import org.apusilta.security.Access;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Requests from social workers' own systems. The same service as the page. */
@RestController
@RequestMapping("/api/requests")
@Tag(name = "Requests")
class RequestApi {

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,200}");

    /** @param status as it was when the request was taken in */
    @Schema(name = "Receipt")
    record Taken(UUID id, String reference, RequestStatus status) {}

    /** @param closingLine how it ended, in words; null while it is open */
    @Schema(name = "RequestState")
    record State(UUID id, String reference, RequestStatus status, Instant receivedAt, String district, List<String> kinds,
            @Nullable Instant closedAt, @Nullable String closingLine) {}

    private final HelpRequests requests;
    private final Submissions submissions;
    private final BodyReader reader;
    private final Access access;
    private final Accounts accounts;

    RequestApi(HelpRequests requests, Submissions submissions, BodyReader reader, Access access, Accounts accounts) {
        this.requests = requests;
        this.submissions = submissions;
        this.reader = reader;
        this.access = access;
        this.accounts = accounts;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Send a help request", description = "Unknown fields are refused by name, nothing is half-stored.",
            requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true, content = @Content(
                    mediaType = MediaType.APPLICATION_JSON_VALUE, schema = @Schema(implementation = RequestBody.class))))
    @ApiResponse(responseCode = "201", description = "Taken in; Location is where it can be followed")
    @ApiResponse(responseCode = "400", description = "Something is missing or wrong: see errors", content = @Content(mediaType = "application/problem+json", schema = @Schema(implementation = ProblemDetail.class)))
    @ApiResponse(responseCode = "401", description = "No login", content = @Content)
    @ApiResponse(responseCode = "403", description = "Not for this role", content = @Content)
    @ApiResponse(responseCode = "409", description = "The same key is being handled; try again", content = @Content)
    @ApiResponse(responseCode = "413", description = "Longer than 256 kB", content = @Content)
    @ApiResponse(responseCode = "422", description = "The same key came with another request before", content = @Content)
    ResponseEntity<Taken> send(HttpServletRequest http, Locale language,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) throws IOException {
        if (key != null && !KEY.matcher(key).matches()) {
            throw new InvalidRequest(List.of(new InvalidRequest.Problem("Idempotency-Key", "key", 0)));
        }
        var body = reader.read(http);
        var account = access.username();
        var name = accounts.find(account).map(Accounts.Account::displayName).orElse(account);
        var receipt = submissions.once(account, key, key == null ? "" : reader.hash(body), body.sent(language.getLanguage(), account, name));
        return ResponseEntity.created(URI.create("/api/requests/" + receipt.id()))
                .body(new Taken(receipt.id(), receipt.reference(), RequestStatus.RECEIVED));
    }

    @GetMapping(path = "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Where a request stands")
    @ApiResponse(responseCode = "200", description = "The request")
    @ApiResponse(responseCode = "403", description = "Somebody else's request, or another district", content = @Content)
    @ApiResponse(responseCode = "404", description = "No such request", content = @Content)
    State state(@PathVariable("id") UUID id, Locale language) {
        var facts = requests.facts(id);
        access.requireCase(facts.major(), facts.submittedBy());
        var may = access.username().equals(facts.submittedBy()) ? requests.mayTell(id) : TellBack.PROGRESS;
        var ended = may.includes(TellBack.OUTCOME);
        return new State(id, facts.reference(), StatusWords.told(requests.status(id), may), facts.receivedAt(), facts.district(), facts.kinds(),
                ended ? facts.closedAt() : null, ended ? requests.closingLine(id, language).orElse(null) : null);
    }
}
