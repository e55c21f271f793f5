package org.apusilta.relationship.web;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.apusilta.messaging.LinkPage;
import org.apusilta.relationship.internal.CheckIns.State;
import org.apusilta.relationship.internal.Hearing;
import org.apusilta.relationship.internal.Hearing.Wish;
import org.apusilta.relationship.internal.Side;

/** How one side sees it when something is being mended. Only the coordinator reads it. */
class ViewPage implements LinkPage {

    private final Side side;
    private final Hearing hearing;

    ViewPage(Side side, Hearing hearing) {
        this.side = side;
        this.hearing = hearing;
    }

    @Override
    public String purpose() {
        return "view-" + side.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public Page show(Opened link) {
        return page(hearing.state(link.subject(), side).name(), Map.of(), false);
    }

    @Override
    public Page answer(Opened link, Map<String, String> fields) {
        var wish = Arrays.stream(Wish.values()).filter(w -> w.name().equals(fields.get("wish"))).findFirst().orElse(null);
        if (wish == null) {
            return page(hearing.state(link.subject(), side).name(), fields, true);
        }
        var before = hearing.said(link.subject(), side, wish, TellUsForm.text(fields.get("words")));
        return page(before == State.OPEN ? "THANKS" : before.name(), Map.of(), false);
    }

    private static Page page(String state, Map<String, String> given, boolean incomplete) {
        return new Page("view", Map.of("state", state, "given", given, "incomplete", incomplete, "wishes", Wish.values()), !state.equals("OPEN"));
    }
}
