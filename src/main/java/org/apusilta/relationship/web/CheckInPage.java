package org.apusilta.relationship.web;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.apusilta.engine.Typed;
import org.apusilta.messaging.LinkPage;
import org.apusilta.relationship.Supports;
import org.apusilta.relationship.internal.CheckIns;
import org.apusilta.relationship.internal.CheckIns.State;
import org.apusilta.relationship.internal.Side;
import org.apusilta.request.HelpRequests;
import org.apusilta.volunteer.Volunteers;

/** Three short questions about the support, for one side. */
class CheckInPage implements LinkPage {

    /** As wide as the column it goes to. */
    private static final int LONGEST_NOTE = 2000;

    private final Side side;
    private final CheckIns checkIns;
    private final Supports supports;
    private final HelpRequests requests;
    private final Volunteers volunteers;

    CheckInPage(Side side, CheckIns checkIns, Supports supports, HelpRequests requests, Volunteers volunteers) {
        this.side = side;
        this.checkIns = checkIns;
        this.supports = supports;
        this.requests = requests;
        this.volunteers = volunteers;
    }

    @Override
    public String purpose() {
        return "check-in-" + side.name().toLowerCase();
    }

    @Override
    public Page show(Opened link) {
        var state = checkIns.state(link.subject(), side);
        return state == State.OPEN ? questions(link.caseId(), Map.of(), false) : ended(state);
    }

    @Override
    public Page answer(Opened link, Map<String, String> fields) {
        var wellbeing = fields.getOrDefault("wellbeing", "");
        var worried = fields.getOrDefault("worried", "");
        if (!wellbeing.matches("[1-5]") || !worried.matches("yes|no")) {
            var state = checkIns.state(link.subject(), side);
            return state == State.OPEN ? questions(link.caseId(), fields, true) : ended(state);
        }
        var note = Typed.clean(fields.getOrDefault("note", ""), true);
        var before = checkIns.answer(link.subject(), side, Integer.parseInt(wellbeing), worried.equals("yes"),
                note.isEmpty() ? null : note.substring(0, Math.min(note.length(), LONGEST_NOTE)));
        return before == State.OPEN ? new Page("check-in-done", Map.of("state", "THANKS", "worried", worried.equals("yes"))) : ended(before);
    }

    private Page questions(UUID caseId, Map<String, String> given, boolean incomplete) {
        var model = new HashMap<String, Object>();
        model.put("other", other(caseId));
        model.put("volunteer", side == Side.VOLUNTEER);
        model.put("wellbeing", given.getOrDefault("wellbeing", ""));
        model.put("worried", given.getOrDefault("worried", ""));
        model.put("note", given.getOrDefault("note", ""));
        model.put("incomplete", incomplete);
        return new Page("check-in", model, false);
    }

    private static Page ended(State state) {
        return new Page("check-in-done", Map.of("state", state.name(), "worried", false));
    }

    /** The other side's name, which the message with the link has named too. */
    private String other(UUID caseId) {
        return side == Side.VOLUNTEER ? requests.client(caseId).name()
                : supports.of(caseId).flatMap(support -> volunteers.contact(support.volunteerId())).map(Volunteers.Contact::name).orElse("");
    }
}
