package org.apusilta.partner.web;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apusilta.messaging.LinkPage;
import org.apusilta.partner.HandOffs.HandOff;
import org.apusilta.partner.HandOffs.State;
import org.apusilta.partner.internal.HandOffWords;
import org.apusilta.partner.internal.HandingOff;
import org.apusilta.partner.process.PartnerHandoffProcess;
import org.apusilta.request.HelpRequests;
import org.springframework.stereotype.Component;

/** Where a partner decides: the minimum first, a yes or a reasoned no; who and where only after the yes, when asked for by a click, which is put on record, and only until help has arrived. */
@Component
class PartnerPage implements LinkPage {

    private static final ZoneId HELSINKI = ZoneId.of("Europe/Helsinki");
    private static final int LONGEST_REASON = 1000;

    private final HandingOff handingOff;
    private final HandOffWords words;
    private final Sayings sayings;
    private final PartnerHandoffProcess process;
    private final HelpRequests requests;

    PartnerPage(HandingOff handingOff, HandOffWords words, Sayings sayings, PartnerHandoffProcess process, HelpRequests requests) {
        this.handingOff = handingOff;
        this.words = words;
        this.sayings = sayings;
        this.process = process;
        this.requests = requests;
    }

    @Override
    public String purpose() {
        return "partner-hand-off";
    }

    @Override
    public Page show(Opened link) {
        var one = handingOff.find(link.subject()).orElseThrow();
        return switch (one.state()) {
            case ASKED -> process.awaitsPartner(one.id()) ? question(one, link.language(), Map.of(), false) : told("late");
            case ACCEPTED -> yours();
            case RETURNED -> told("returned");
            default -> told("over");
        };
    }

    @Override
    public Page answer(Opened link, Map<String, String> fields) {
        var one = handingOff.find(link.subject()).orElseThrow();
        var answer = fields.getOrDefault("answer", "");
        var reason = fields.getOrDefault("reason", "").strip();
        if (one.state() == State.ACCEPTED && fields.getOrDefault("do", "").equals("contact")) {
            return contact(one);
        }
        if (one.state() != State.ASKED) {
            return show(link);
        }
        if (!answer.equals("yes") && (!answer.equals("no") || reason.isEmpty())) {
            return process.awaitsPartner(one.id()) ? question(one, link.language(), fields, true) : told("late");
        }
        var why = answer.equals("yes") ? null : reason.substring(0, Math.min(reason.length(), LONGEST_REASON));
        return process.partnerAnswered(one.id(), answer.equals("yes"), why) ? show(link) : told("late");
    }

    private Page question(HandOff one, Locale language, Map<String, String> given, boolean unclear) {
        var told = words.of(one.caseId(), language);
        var model = new HashMap<String, Object>();
        model.put("request", told);
        model.put("times", sayings.times(told, language));
        model.put("often", sayings.often(told, language));
        model.put("since", sayings.day(told.since(), language));
        model.put("answerBy", sayings.day(java.util.Objects.requireNonNull(one.answerBy()).atZone(HELSINKI).toLocalDate(), language));
        model.put("summary", one.summary() == null ? "" : one.summary());
        model.put("answer", given.getOrDefault("answer", ""));
        model.put("reason", given.getOrDefault("reason", ""));
        model.put("unclear", unclear);
        return new Page("partner-hand-off", model, false);
    }

    /** Nothing of the client: scanners of mail follow links, too. */
    private static Page yours() {
        return new Page("partner-yours", Map.of(), false);
    }

    private Page contact(HandOff one) {
        handingOff.opened(one.id());
        var client = requests.client(one.caseId());
        var model = new HashMap<String, Object>();
        model.put("name", client.name());
        model.put("phone", client.phone() == null ? "" : client.phone());
        model.put("email", client.email() == null ? "" : client.email());
        model.put("address", "PHONE_AND_ADDRESS".equals(one.shared()) && client.address() != null ? client.address() : "");
        return new Page("partner-contact", model, false);
    }

    private static Page told(String state) {
        return new Page("partner-answered", Map.of("state", state));
    }
}
