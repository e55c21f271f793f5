package org.apusilta.volunteer.internal;

import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.logging.Level;
import org.apusilta.catalogue.Catalogue;
import org.apusilta.catalogue.Training;
import org.apusilta.volunteer.internal.Certificates.Certificate;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Service;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** The certificate as a tagged PDF (PDF/UA) in any of the three languages: an employer may read another than the volunteer. */
@Service
public class CertificatePdf {

    private final ITemplateEngine templates;
    private final Catalogue catalogue;

    static {
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
    }

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
        model.put("languages", String.join(", ", certificate.languages().stream().map(code -> Locale.forLanguageTag(code).getDisplayLanguage(language)).toList()));
        return rendered(templates.process("volunteer/certificate-pdf", new Context(language, model)));
    }

    private List<String> trainings(List<String> codes, Locale language) {
        return catalogue.trainings().stream().filter(training -> codes.contains(training.code())).map(Training::name).map(name -> name.in(language)).toList();
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
