package org.apusilta.relationship.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.apusilta.messaging.LinkPage;
import org.apusilta.relationship.internal.Closings;
import org.apusilta.relationship.internal.Closings.Wish;
import org.springframework.stereotype.Component;

/** After a support: what would the volunteer like next? */
@Component
class WhatNextPage implements LinkPage {

    private final Closings closings;
    private final Clock clock;

    WhatNextPage(Closings closings, Clock clock) {
        this.closings = closings;
        this.clock = clock;
    }

    @Override
    public String purpose() {
        return "what-next";
    }

    @Override
    public Page show(Opened link) {
        return page(link, Map.of(), false);
    }

    @Override
    public Page answer(Opened link, Map<String, String> fields) {
        if (!closings.awaited(link.subject())) {
            return page(link, Map.of(), false);
        }
        var today = LocalDate.now(clock.withZone(ZoneId.of("Europe/Helsinki")));
        var wish = Arrays.stream(Wish.values()).filter(one -> one.name().equals(fields.get("wish"))).findFirst();
        var until = TellUsForm.day(fields.get("until"));
        if (wish.isEmpty() || wish.get() == Wish.PAUSE && (until == null || until.isBefore(today) || until.isAfter(today.plusYears(1)))) {
            return page(link, fields, true);
        }
        closings.wish(link.subject(), wish.get(), wish.get() == Wish.PAUSE ? until : null);
        return page(link, Map.of(), false);
    }

    private Page page(Opened link, Map<String, String> given, boolean incomplete) {
        var model = new HashMap<String, Object>(Map.of("given", given, "incomplete", incomplete, "wishes", Wish.values()));
        closings.find(link.subject()).filter(closing -> closing.wish() != null || closings.awaited(link.subject())).ifPresent(closing -> model.put("wish", closing.wish() == null ? "" : closing.wish().name()));
        return new Page("what-next", model, !incomplete);
    }
}
