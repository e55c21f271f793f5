package org.apusilta.volunteer.web;

import java.util.HashMap;
import java.util.Map;
import org.apusilta.messaging.LinkPage;
import org.apusilta.volunteer.internal.CityAgreementPaper;
import org.apusilta.volunteer.internal.CityAgreements;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where the volunteer reads the agreement with the city and confirms it. There is no "no" button: who doubts, calls. */
@Component
class CityAgreementPage implements LinkPage {

    private final CityAgreements agreements;
    private final CityAgreementPaper paper;

    CityAgreementPage(CityAgreements agreements, CityAgreementPaper paper) {
        this.agreements = agreements;
        this.paper = paper;
    }

    @Override
    public String purpose() {
        return CityAgreements.PURPOSE;
    }

    @Override
    public Page show(Opened link) {
        return page(link, false);
    }

    @Override
    public Page answer(Opened link, Map<String, String> fields) {
        if (!"yes".equals(fields.get("confirm"))) {
            return new Page("city-agreement", page(link, true).model(), false);
        }
        agreements.confirmByLink(link.subject());
        return page(link, false);
    }

    @Override
    public @Nullable File file(Opened link) {
        return agreements.version(link.subject()).map(version -> new File("agreement.pdf", "application/pdf", paper.pdf(version))).orElse(null);
    }

    private Page page(Opened link, boolean unticked) {
        var model = new HashMap<String, Object>(paper.model(agreements.version(link.subject()).orElseThrow()));
        model.put("unticked", unticked);
        return new Page("city-agreement", model);
    }
}
