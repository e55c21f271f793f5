package org.apusilta.volunteer.web;

import java.util.Map;
import org.apusilta.messaging.LinkPage;
import org.apusilta.volunteer.internal.CareDays;
import org.apusilta.volunteer.internal.CertificatePdf;
import org.apusilta.volunteer.internal.Certificates;
import org.springframework.stereotype.Component;

/** Where a volunteer gets their certificate, in each of the three languages. */
@Component
class CertificateLink implements LinkPage {

    private final Certificates certificates;
    private final CertificatePdf pdf;

    CertificateLink(Certificates certificates, CertificatePdf pdf) {
        this.certificates = certificates;
        this.pdf = pdf;
    }

    @Override
    public String purpose() {
        return "certificate";
    }

    @Override
    public Page show(Opened link) {
        var given = certificates.find(link.subject()).orElseThrow();
        return new Page("certificate", Map.of("number", given.number(), "day", CareDays.longDay(given.issuedOn(), link.language())), false);
    }

    @Override
    public Page answer(Opened link, Map<String, String> fields) {
        return show(link);
    }

    @Override
    public File file(Opened link) {
        var given = certificates.find(link.subject()).orElseThrow();
        return new File("certificate-" + given.number() + ".pdf", "application/pdf", pdf.of(given, link.language()));
    }
}
