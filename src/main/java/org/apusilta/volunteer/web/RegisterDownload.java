package org.apusilta.volunteer.web;

import io.swagger.v3.oas.annotations.Hidden;
import java.util.Locale;
import org.apusilta.security.Access;
import org.apusilta.volunteer.internal.RegisterExport;
import org.apusilta.volunteer.internal.RegisterQuery;
import org.apusilta.volunteer.internal.Sight;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list as a file. By POST: taking it away is a deed that is written down. */
@Controller
@Hidden
class RegisterDownload {

    private final RegisterExport export;
    private final Access access;

    RegisterDownload(RegisterExport export, Access access) {
        this.export = export;
        this.access = access;
    }

    @PostMapping("/volunteers/export")
    ResponseEntity<byte[]> take(@RequestParam(name = "query", defaultValue = "") String query, Locale reader) {
        return csv(export.csv(Sight.ofDistricts(access.districts()), RegisterQuery.parse(query), reader));
    }

    static ResponseEntity<byte[]> csv(byte[] content) {
        return ResponseEntity.ok().contentType(MediaType.parseMediaType("text/csv;charset=UTF-8")).cacheControl(CacheControl.noStore()).header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"volunteers.csv\"").body(content);
    }
}
