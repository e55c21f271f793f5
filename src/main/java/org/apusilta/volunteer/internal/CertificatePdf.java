package org.apusilta.volunteer.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import org.apusilta.catalogue.Catalogue;
import org.apusilta.catalogue.Languages;
import org.apusilta.catalogue.Training;
import org.apusilta.messaging.TaggedPdf;
import org.apusilta.volunteer.internal.Certificates.Certificate;
import org.springframework.stereotype.Service;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** The certificate as a tagged PDF (PDF/UA) in any of the three languages: an employer may read another than the volunteer. */
@Service
public class CertificatePdf {

    private final ITemplateEngine templates;
    private final Catalogue catalogue;

    CertificatePdf(ITemplateEngine templates, Catalogue catalogue) {
        this.templates = templates;
        this.catalogue = catalogue;
    }

    /** @return the PDF in this language */
    public byte[] of(Certificate certificate, Locale language) {
        var model = new HashMap<String, Object>();
        model.put("certificate", certificate);
        model.put("since", CareDays.longDay(certificate.since(), language));
        model.put("issuedOn", CareDays.longDay(certificate.issuedOn(), language));
        model.put("hours", certificate.minutes() / 60);
        model.put("kinds", certificate.kinds().stream().flatMap(code -> catalogue.kind(code).stream()).map(kind -> kind.name().in(language)).toList());
        model.put("trainings", trainings(certificate.trainings(), language));
        model.put("languages", String.join(", ", certificate.languages().stream().map(code -> Languages.name(code, language)).toList()));
        return TaggedPdf.of(templates.process("volunteer/certificate-pdf", new Context(language, model)));
    }

    private List<String> trainings(List<String> codes, Locale language) {
        return catalogue.trainings().stream().filter(training -> codes.contains(training.code())).map(Training::name).map(name -> name.in(language)).toList();
    }
}
