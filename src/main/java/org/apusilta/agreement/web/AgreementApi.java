package org.apusilta.agreement.web;

import java.util.UUID;
import org.apusilta.agreement.internal.Agreeing;
import org.apusilta.agreement.internal.AgreementPdf;
import org.apusilta.request.HelpRequests;
import org.apusilta.security.Access;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The newest version, or the one asked for, as PDF, for staff of the case's district. */
@RestController
class AgreementApi {

    private final Agreeing agreements;
    private final AgreementPdf pdf;
    private final HelpRequests requests;
    private final Access access;

    AgreementApi(Agreeing agreements, AgreementPdf pdf, HelpRequests requests, Access access) {
        this.agreements = agreements;
        this.pdf = pdf;
        this.requests = requests;
        this.access = access;
    }

    @GetMapping(path = "/api/cases/{id}/agreement.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<byte[]> agreement(@PathVariable UUID id, @RequestParam(required = false) @Nullable Integer version) {
        var facts = requests.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        access.requireDistrict(facts.major());
        var shown = (version == null ? agreements.newest(id) : agreements.version(id, version)).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.inline().filename(facts.reference() + ".pdf").build().toString())
                .cacheControl(CacheControl.noStore()).body(pdf.of(shown));
    }
}
