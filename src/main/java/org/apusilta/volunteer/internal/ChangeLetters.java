package org.apusilta.volunteer.internal;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apusilta.catalogue.Texts;
import org.apusilta.messaging.Messages;
import org.apusilta.messaging.Messages.Draft;
import org.apusilta.messaging.Messages.LinkFor;
import org.apusilta.messaging.Recipient;
import org.apusilta.volunteer.internal.PlannedChanges.Plan;
import org.apusilta.volunteer.internal.VolunteerChanges.Change;
import org.apusilta.volunteer.internal.VolunteerChanges.Outcome;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a volunteer hears of their rest, return, wishes and leaving. They are kept under the volunteer's id, as they belong to no case. */
@Component
class ChangeLetters {

    private static final Duration CERTIFICATE_OPEN = Duration.ofDays(365);

    private record To(String givenName, String familyName, @Nullable String email, @Nullable String phone, String language) {}

    private final Messages messages;
    private final JdbcClient jdbc;
    private final String ownPage;

    ChangeLetters(Messages messages, JdbcClient jdbc, @Value("${apusilta.base-url}") String baseUrl) {
        this.messages = messages;
        this.jdbc = jdbc;
        this.ownPage = baseUrl + "/own";
    }

    void rests(Change change) {
        send(change.volunteerId(), "volunteer-rests", Map.of("until", String.valueOf(change.until()), "page", ownPage));
    }

    void returns(Change change) {
        send(change.volunteerId(), "volunteer-returns", Map.of("page", ownPage));
    }

    /** What is to come: a break with its first and last day, or the last day of helping. */
    void planned(Plan plan) {
        if (plan.what() == PlannedChanges.What.PAUSES) {
            send(plan.volunteerId(), "volunteer-plans-rest", Map.of("from", plan.day().toString(), "until", String.valueOf(plan.until()), "page", ownPage));
        } else {
            send(plan.volunteerId(), "volunteer-plans-leave", Map.of("lastDay", plan.day().toString(), "page", ownPage));
        }
    }

    /** @param certificate goes along */
    void farewell(Change change, LocalDate leftOn, LocalDate eraseOn, UUID certificate) {
        send(change.volunteerId(), "volunteer-farewell", Map.of("leftOn", leftOn.toString(), "eraseOn", eraseOn.toString(), "page", ownPage),
                new LinkFor("certificate", certificate, CERTIFICATE_OPEN));
    }

    void wishes(Change change, List<Texts> kinds) {
        var facts = new HashMap<>(Map.of("page", ownPage));
        var to = to(change.volunteerId());
        if (change.outcome() == Outcome.ADOPTED) {
            facts.put("kinds", kinds.stream().map(kind -> kind.in(Locale.forLanguageTag(to.language()))).collect(Collectors.joining(", ")));
        } else {
            facts.put(change.outcome() == Outcome.TALKED ? "talked" : "later", "true");
        }
        send(change.volunteerId(), "volunteer-wishes", facts);
    }

    private void send(UUID volunteerId, String template, Map<String, String> facts) {
        send(volunteerId, template, facts, null);
    }

    private void send(UUID volunteerId, String template, Map<String, String> facts, @Nullable LinkFor link) {
        var to = to(volunteerId);
        messages.send(new Draft(volunteerId, new Recipient(Recipient.Role.VOLUNTEER, to.givenName() + " " + to.familyName(), to.email(), to.phone(), to.language()),
                template, facts, link));
    }

    private To to(UUID volunteerId) {
        return jdbc.sql("SELECT given_name, family_name, email, phone, language FROM apusilta.volunteer WHERE id = ?").param(volunteerId).query(To.class).single();
    }
}
