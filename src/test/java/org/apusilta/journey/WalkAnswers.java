package org.apusilta.journey;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.apusilta.messaging.LinkPage;
import org.springframework.boot.test.context.TestComponent;

/** What people send from the pages behind their links: sense, nonsense and nothing. A page that is not named here stops the walk. */
@TestComponent
public class WalkAnswers {

    private static final Map<String, Function<Walk, Map<String, String>>> SENT = Map.ofEntries(
            Map.entry("offer", walk -> Map.of("answer", walk.one("yes", "yes", "yes", "yes", "yes", "yes", "no", ""))),
            Map.entry("client-offer", walk -> Map.of("answer", walk.one("yes", "yes", "yes", "yes", "yes", "yes", "no", ""))),
            Map.entry("still-wanted", walk -> Map.of("answer", walk.one("still", "still", "still", "changed", "interim", "no", ""), "interim", walk.one("PHONE_FRIEND", "GROUP", "PARTNER", ""), "words", walk.words())),
            Map.entry("network-ask", walk -> Map.of("answer", walk.one("yes", "no", ""))),
            Map.entry("visit", walk -> Map.of("do", walk.one("contact", "card", "plan", ""), "visitOn", walk.today().plusDays(walk.dice.nextInt(30) - 3).toString())),
            Map.entry("clarification", walk -> Map.of("answer", walk.chance(80) ? walk.words() : "")),
            Map.entry("status", walk -> walk.chance(5) ? Map.of("sure", "true") : Map.of()),
            Map.entry("meeting-client", WalkAnswers::meeting),
            Map.entry("meeting-volunteer", WalkAnswers::meeting),
            Map.entry("check-in-client", WalkAnswers::checkIn),
            Map.entry("check-in-volunteer", WalkAnswers::checkIn),
            Map.entry("tell-us-client", WalkAnswers::tellUs),
            Map.entry("tell-us-volunteer", WalkAnswers::tellUs),
            Map.entry("visit-log", walk -> walk.chance(10) ? concern(walk) : Map.of("answer", walk.one("DONE", "DONE", "DONE", "NOT_DONE", "MOVED", ""), "movedTo", walk.today().plusDays(walk.dice.nextInt(14)).toString(),
                    "minutes", walk.one("60", "90", "0", "x"), "medium", walk.one("IN_PERSON", "PHONE", "OUTING", ""), "note", walk.words())),
            Map.entry("what-next", walk -> Map.of("wish", walk.one("REMATCH", "GROUP", "PAUSE", "TALK", "NOTHING", ""), "until", walk.today().plusDays(walk.dice.nextInt(60) - 2).toString())),
            Map.entry("view-client", WalkAnswers::view),
            Map.entry("view-volunteer", WalkAnswers::view),
            Map.entry("agreement-client", walk -> walk.chance(95) ? Map.of("confirm", "yes") : Map.of()),
            Map.entry("agreement-volunteer", walk -> walk.chance(95) ? Map.of("confirm", "yes") : Map.of()),
            Map.entry("partner-hand-off", walk -> Map.of("answer", walk.one("yes", "yes", "no", ""), "reason", walk.chance(70) ? walk.words() : "")),
            Map.entry("help-arrived", walk -> Map.of("answer", walk.one("yes", "yes", "no", ""))),
            Map.entry("application", walk -> walk.chance(3) ? Map.of("sure", "true") : Map.of()),
            Map.entry("guardian", walk -> Map.of("answer", walk.one("yes", "yes", "yes", "no", ""))),
            Map.entry("talk", walk -> Map.of("slot", walk.one("FREE", "FREE", "FREE", "FREE", "CALL_ME", ""))),
            Map.entry("training", walk -> Map.of("choice", walk.one("SEAT", "SEAT", "ONLINE", ""))),
            Map.entry("training-seat", walk -> walk.chance(15) ? Map.of("cancel", "yes") : Map.of()),
            Map.entry("check-consent", walk -> Map.of("answer", walk.one("yes", "yes", "yes", "no", ""))),
            Map.entry("city-agreement", walk -> walk.chance(90) ? Map.of("confirm", "yes") : Map.of()),
            Map.entry("recreation", walk -> Map.of("answer", walk.one("yes", "yes", "no", ""))),
            Map.entry("certificate", walk -> Map.of()));

    private static final String OF_THE_TESTS = "guestbook";
    /** Opens a session in a browser and asks nothing: nobody in the walk has one. */
    private static final Set<String> OF_PEOPLE = Set.of("own-page");

    private final List<LinkPage> pages;

    WalkAnswers(List<LinkPage> pages) {
        this.pages = pages;
    }

    /** @return pages nobody in the walk can answer */
    List<String> unknown() {
        return pages.stream().map(LinkPage::purpose).filter(purpose -> !SENT.containsKey(purpose) && !purpose.equals(OF_THE_TESTS) && !OF_PEOPLE.contains(purpose)).sorted().toList();
    }

    Map<String, String> of(String purpose, Walk walk) {
        return new TreeMap<>(SENT.get(purpose).apply(walk));
    }

    private static Map<String, String> meeting(Walk walk) {
        return Map.of("felt", walk.one("GOOD", "GOOD", "MIXED", "BAD", "NOT_HELD", ""), "goOn", walk.one("YES", "YES", "NO", "NOT_SURE"), "words", walk.words());
    }

    private static Map<String, String> checkIn(Walk walk) {
        return Map.of("wellbeing", walk.one("1", "3", "4", "5", ""), "worried", walk.one("no", "no", "no", "yes"), "note", walk.words());
    }

    private static Map<String, String> tellUs(Walk walk) {
        if (walk.chance(30)) {
            return concern(walk);
        }
        var fields = new HashMap<String, String>();
        fields.put("what", walk.chance(8) ? walk.one("death", "rest", "leave") : walk.one("pause", "pause", "resume", ""));
        fields.put("sure", walk.one("yes", ""));
        fields.put("reason", walk.one("HOLIDAY", "HOSPITAL", "OTHER", ""));
        fields.put("until", walk.today().plusDays(walk.dice.nextInt(45) - 2).toString());
        return fields;
    }

    private static Map<String, String> concern(Walk walk) {
        return Map.of("what", "concern", "about", walk.one("VISITS", "TASKS", "PEOPLE", "HEALTH", "MONEY", "SAFETY", "OTHER", ""), "urgent", walk.one("no", "no", "yes"), "words", walk.words());
    }

    private static Map<String, String> view(Walk walk) {
        return Map.of("wish", walk.one("CONTINUE", "AGREEMENT", "CHANGE", "END", ""), "words", walk.words());
    }
}
