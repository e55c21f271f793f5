package org.apusilta.request.web;

import java.util.HashMap;
import java.util.Map;
import org.apusilta.engine.Typed;
import org.apusilta.messaging.LinkPage;
import org.apusilta.request.CaseFacts;
import org.apusilta.request.FirstMeetings.Felt;
import org.apusilta.request.FirstMeetings.GoOn;
import org.apusilta.request.HelpRequests;
import org.apusilta.request.internal.MeetingRecords;

/** Where one side says how the first meeting was and whether to go on. Nothing of the other side's answer is shown, ever. */
class MeetingPage implements LinkPage {

    private static final int LONGEST = 2000;

    private final String side;
    private final MeetingRecords meetings;
    private final HelpRequests requests;

    /** @param side CLIENT or VOLUNTEER */
    MeetingPage(String side, MeetingRecords meetings, HelpRequests requests) {
        this.side = side;
        this.meetings = meetings;
        this.requests = requests;
    }

    @Override
    public String purpose() {
        return "meeting-" + side.toLowerCase(java.util.Locale.ROOT);
    }

    @Override
    public Page show(Opened link) {
        return meetings.answered(link.subject(), side) ? told("done") : over(link) ? told("over") : question(Map.of(), false);
    }

    @Override
    public Page answer(Opened link, Map<String, String> fields) {
        if (meetings.answered(link.subject(), side) || over(link)) {
            return show(link);
        }
        var felt = one(Felt.class, fields.get("felt"));
        var goOn = one(GoOn.class, fields.get("goOn"));
        if (felt == null || goOn == null) {
            return question(fields, true);
        }
        var words = Typed.clean(fields.getOrDefault("words", ""), true);
        meetings.answer(link.subject(), side, felt, goOn, words.isEmpty() ? null : words.substring(0, Math.min(words.length(), LONGEST)));
        return told("thanks");
    }

    private boolean over(Opened link) {
        return requests.find(link.caseId()).map(CaseFacts::outcome).isPresent();
    }

    private Page question(Map<String, String> given, boolean incomplete) {
        var model = new HashMap<String, Object>();
        model.put("volunteer", side.equals("VOLUNTEER"));
        model.put("felt", given.getOrDefault("felt", ""));
        model.put("goOn", given.getOrDefault("goOn", ""));
        model.put("words", given.getOrDefault("words", ""));
        model.put("incomplete", incomplete);
        return new Page("meeting", model, false);
    }

    private static Page told(String state) {
        return new Page("meeting-done", Map.of("state", state));
    }

    private static <E extends Enum<E>> @org.jspecify.annotations.Nullable E one(Class<E> type, @org.jspecify.annotations.Nullable String given) {
        return java.util.Arrays.stream(type.getEnumConstants()).filter(value -> value.name().equals(given)).findFirst().orElse(null);
    }
}
