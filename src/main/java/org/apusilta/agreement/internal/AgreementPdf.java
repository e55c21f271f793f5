package org.apusilta.agreement.internal;

import java.util.Locale;
import java.util.Map;
import org.apusilta.agreement.internal.Agreeing.Shown;
import org.apusilta.messaging.TaggedPdf;
import org.apusilta.request.HelpRequests;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** The agreement as a tagged PDF (PDF/UA) in its own language, the font inside, so that it reads aloud and prints anywhere. */
@Service
public class AgreementPdf {

    private final ITemplateEngine templates;
    private final Paper paper;
    private final HelpRequests requests;

    AgreementPdf(ITemplateEngine templates, Paper paper, @Lazy HelpRequests requests) {
        this.templates = templates;
        this.paper = paper;
        this.requests = requests;
    }

    /** @return the PDF of this version */
    public byte[] of(Shown shown) {
        var version = shown.version();
        var model = new Context(Locale.forLanguageTag(shown.language()), Map.of(
                "version", version,
                "holds", shown.sealed() && version.endedAt() == null,
                "reference", requests.facts(version.caseId()).reference(),
                "sections", paper.sections(shown),
                "signatures", paper.signatures(shown)));
        return TaggedPdf.of(templates.process("agreement/pdf", model));
    }
}
