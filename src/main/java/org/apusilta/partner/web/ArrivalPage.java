package org.apusilta.partner.web;

import java.util.Map;
import org.apusilta.messaging.LinkPage;
import org.apusilta.partner.Partner;
import org.apusilta.partner.Partners;
import org.apusilta.partner.internal.HandingOff;
import org.apusilta.partner.process.PartnerHandoffProcess;
import org.springframework.stereotype.Component;

/** Where the client, or who asked for them, says whether the partner's help has arrived. */
@Component
class ArrivalPage implements LinkPage {

    private final HandingOff handingOff;
    private final Partners partners;
    private final PartnerHandoffProcess process;

    ArrivalPage(HandingOff handingOff, Partners partners, PartnerHandoffProcess process) {
        this.handingOff = handingOff;
        this.partners = partners;
        this.process = process;
    }

    @Override
    public String purpose() {
        return "help-arrived";
    }

    @Override
    public Page show(Opened link) {
        return process.awaitsArrival(link.subject()) ? question(link, false) : told("late");
    }

    @Override
    public Page answer(Opened link, Map<String, String> fields) {
        var answer = fields.getOrDefault("answer", "");
        if (!answer.equals("yes") && !answer.equals("no")) {
            return process.awaitsArrival(link.subject()) ? question(link, true) : told("late");
        }
        return told(process.arrivalAnswered(link.subject(), answer.equals("yes")) ? answer : "late");
    }

    private Page question(Opened link, boolean unclear) {
        var partner = handingOff.find(link.subject()).flatMap(one -> partners.find(one.partner())).map(Partner::name).orElseThrow();
        return new Page("help-arrived", Map.of("partner", partner, "unclear", unclear), false);
    }

    private static Page told(String state) {
        return new Page("help-arrived-done", Map.of("state", state));
    }
}
