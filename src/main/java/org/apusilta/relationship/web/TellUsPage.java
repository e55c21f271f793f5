package org.apusilta.relationship.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import org.apusilta.messaging.LinkPage;
import org.apusilta.relationship.Supports;
import org.apusilta.relationship.internal.Concern.By;
import org.apusilta.relationship.internal.Side;

/** The way to reach us that each side keeps: tell a worry, or take a break. The link stays as long as the support. */
class TellUsPage implements LinkPage {

    private final Side side;
    private final TellUsForm form;
    private final Supports supports;
    private final Clock clock;

    TellUsPage(Side side, TellUsForm form, Supports supports, Clock clock) {
        this.side = side;
        this.form = form;
        this.supports = supports;
        this.clock = clock;
    }

    @Override
    public String purpose() {
        return "tell-us-" + side.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public Page show(Opened link) {
        return page(link, Map.of(), "");
    }

    @Override
    public Page answer(Opened link, Map<String, String> fields) {
        var today = LocalDate.now(clock.withZone(ZoneId.of("Europe/Helsinki")));
        var became = form.take(link.caseId(), By.valueOf(side.name()), null, today, fields);
        return page(link, became.equals("INCOMPLETE") ? fields : Map.of(), became);
    }

    private Page page(Opened link, Map<String, String> given, String became) {
        var model = form.model(link.caseId(), given);
        model.put("became", became);
        model.put("runs", supports.of(link.caseId()).filter(support -> support.endedAt() == null).isPresent());
        return new Page("tell-us", model, false);
    }
}
