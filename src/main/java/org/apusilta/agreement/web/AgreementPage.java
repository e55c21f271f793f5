package org.apusilta.agreement.web;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apusilta.agreement.internal.Agreeing;
import org.apusilta.agreement.internal.Agreeing.Shown;
import org.apusilta.agreement.internal.AgreementPdf;
import org.apusilta.agreement.internal.Paper;
import org.apusilta.agreement.internal.Side;
import org.apusilta.messaging.LinkPage;
import org.jspecify.annotations.Nullable;

/** The page where one side reads the three parts and confirms. There is no "no" button: who doubts, calls; nothing is lost. */
class AgreementPage implements LinkPage {

    private final Side side;
    private final Agreeing agreements;
    private final AgreementPdf pdf;
    private final Paper paper;

    AgreementPage(Side side, Agreeing agreements, AgreementPdf pdf, Paper paper) {
        this.side = side;
        this.agreements = agreements;
        this.pdf = pdf;
        this.paper = paper;
    }

    @Override
    public String purpose() {
        return side.purpose();
    }

    @Override
    public Page show(Opened link) {
        return page(link, false);
    }

    @Override
    public Page answer(Opened link, Map<String, String> fields) {
        if (!"yes".equals(fields.get("confirm"))) {
            return new Page("agreement", page(link, true).model(), false);
        }
        agreements.confirmByLink(link.subject(), side);
        return page(link, false);
    }

    @Override
    public @Nullable File file(Opened link) {
        return agreements.version(link.subject()).map(v -> new File("agreement.pdf", "application/pdf", pdf.of(v))).orElse(null);
    }

    private Page page(Opened link, boolean unticked) {
        var shown = agreements.version(link.subject()).orElseThrow();
        var model = new HashMap<String, Object>();
        model.put("side", side.name().toLowerCase(Locale.ROOT));
        model.put("sections", paper.sections(shown));
        model.put("signatures", paper.signatures(shown));
        model.put("textLanguage", shown.language());
        model.put("state", state(shown));
        model.put("unticked", unticked);
        return new Page("agreement", model);
    }

    /** @return open, waiting (for the other), holds or ended */
    private String state(Shown shown) {
        var version = shown.version();
        var mine = side == Side.CLIENT ? version.byClient() : version.byVolunteer();
        var theirs = side == Side.CLIENT ? version.byVolunteer() : version.byClient();
        if (version.endedAt() != null) {
            return "ended";
        }
        return mine == null ? "open" : theirs == null ? "waiting" : "holds";
    }
}
