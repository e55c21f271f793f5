package org.apusilta.agreement.internal;

import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Level;
import org.apusilta.agreement.internal.Agreeing.Shown;
import org.apusilta.request.HelpRequests;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Service;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** The agreement as a tagged PDF (PDF/UA) in its own language, the font inside, so that it reads aloud and prints anywhere. */
@Service
public class AgreementPdf {

    private final ITemplateEngine templates;
    private final Paper paper;
    private final HelpRequests requests;

    static {
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
    }

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
        return rendered(templates.process("agreement/pdf", model));
    }

    private static byte[] rendered(String html) {
        var pdf = new ByteArrayOutputStream();
        try {
            var builder = new PdfRendererBuilder();
            builder.usePdfUaAccessibility(true);
            builder.useFont(font("DejaVuSans.ttf"), "DejaVu Sans", 400, FontStyle.NORMAL, true);
            builder.useFont(font("DejaVuSans-Bold.ttf"), "DejaVu Sans", 700, FontStyle.NORMAL, true);
            builder.withProducer("Apusilta");
            builder.withHtmlContent(html, null);
            builder.toStream(pdf);
            builder.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return pdf.toByteArray();
    }

    private static FSSupplier<InputStream> font(String file) {
        return () -> {
            try {
                return new ClassPathResource("fonts/" + file).getInputStream();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }
}
