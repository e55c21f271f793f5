package org.apusilta.relationship.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apusilta.messaging.LinkPage;
import org.apusilta.relationship.Supports;
import org.apusilta.relationship.Supports.Support;
import org.apusilta.relationship.internal.Concern.By;
import org.apusilta.relationship.internal.Side;
import org.apusilta.request.HelpRequests;
import org.apusilta.volunteer.Volunteers;

/** The way to reach us that each side keeps: tell a worry, or take a break. The link stays as long as the support. */
class TellUsPage implements LinkPage {

    private final Side side;
    private final TellUsForm form;
    private final Supports supports;
    private final HelpRequests requests;
    private final Volunteers volunteers;
    private final Clock clock;

    TellUsPage(Side side, TellUsForm form, Supports supports, HelpRequests requests, Volunteers volunteers, Clock clock) {
        this.side = side;
        this.form = form;
        this.supports = supports;
        this.requests = requests;
        this.volunteers = volunteers;
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

    /** Mails do not name the client to the volunteer: here it stands whom it is about. */
    private Optional<String> other(Opened link, Support support) {
        return side == Side.VOLUNTEER ? Optional.of(requests.client(link.caseId()).name()) : volunteers.contact(support.volunteerId()).map(Volunteers.Contact::name);
    }

    private Page page(Opened link, Map<String, String> given, String became) {
        var model = form.model(link.caseId(), given);
        model.put("became", became);
        model.put("volunteer", side == Side.VOLUNTEER && supports.of(link.caseId()).filter(support -> !volunteers.hasLeft(support.volunteerId())).isPresent());
        model.put("runs", supports.of(link.caseId()).filter(support -> support.endedAt() == null).isPresent());
        supports.of(link.caseId()).filter(support -> support.endedAt() == null).flatMap(support -> other(link, support)).ifPresent(name -> model.put("other", name));
        return new Page("tell-us", model, false);
    }
}
