package org.apusilta.messaging;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Every message we send, and the facts its words may use. The words are in {@code i18n/messages_{fi,sv,en}.properties}; a
 * paragraph that names an optional fact is left out when the fact is not given. The recipient's name comes by itself.
 *
 * <p>{@code must}: required. {@code may}: optional. {@code …Day}: a date, given as {@code yyyy-MM-dd} and printed in the
 * recipient's language. A fact that is not listed here, or a required one that is missing, is refused. Kinds of help, places
 * and times are given in the recipient's language.
 */
public enum Template {

    /** To the requester (and the client who can be reached): we have it. A link to the status page may go along. */
    REQUEST_RECEIVED(must("reference"), mayDay("answerBy")),
    /** To the requester: accepted, a volunteer is being looked for; {@code returned} says of each professional's part where it belongs. */
    REQUEST_ACCEPTED(must("reference"), may("returned")),
    /** To the requester: all of it is professional work; {@code returned} says of each part where it belongs. */
    REQUEST_PROFESSIONAL(must("reference"), must("returned"), may("reason")),
    /** To the requester: belongs to another service; {@code reason} says where and why, in the coordinator's words. */
    REQUEST_ELSEWHERE(must("reference"), may("reason")),
    /** To the requester: declined; {@code reason} in the coordinator's words. */
    REQUEST_DECLINED(must("reference"), may("reason")),
    /** To the requester, with a link to answer by. Without {@code question} the general question is asked. */
    CLARIFICATION_QUESTION(must("reference"), may("question"), mayDay("answerBy")),
    /** To the requester, with the link. */
    CLARIFICATION_REMINDER(must("reference"), may("question"), mayDay("answerBy")),
    /** To the volunteer, with a link. No name and no address: those open when both have said yes. */
    OFFER(must("task"), must("area"), may("times"), may("languages"), may("hours"), mustDay("answerBy")),
    /** To the volunteer, with a link. */
    OFFER_REMINDER(must("task"), must("area"), mustDay("answerBy")),
    /** To the volunteer: the offer or the booking is not needed any more; nobody's fault. */
    OFFER_WITHDRAWN(must("task")),
    /** To the volunteer, with a link to the contact details: both have said yes. */
    BOTH_SAID_YES(must("task")),
    /** To the volunteer: they said yes, the client would rather meet somebody else; nobody's fault. */
    OFFER_NOT_THIS_TIME(must("task")),
    /** To the client, with a link: who is proposed. A given name, no contact; {@code age} is an age band in words. */
    CLIENT_OFFER(must("volunteer"), must("age"), must("languages"), may("interests"), mustDay("answerBy")),
    /** To the client, with a link. */
    CLIENT_OFFER_REMINDER(must("volunteer"), mustDay("answerBy")),
    /** To the client who waits, with a link: still wanted? {@code estimate} says how long it may take, {@code interim} what we can offer meanwhile. */
    STILL_WANTED(must("estimate"), may("interim"), mustDay("answerBy")),
    /** To the client who waits and has not answered, with a link. */
    STILL_WANTED_REMINDER(mustDay("answerBy")),
    /** To the requester: the client still waits; {@code answer} is what the client said, given only when the client has agreed to that. */
    WAITING_TOLD(must("reference"), must("estimate"), may("answer")),
    /** To the client. {@code accompanied} = true when the coordinator comes along. */
    FIRST_MEETING_CLIENT(must("volunteer"), mustDay("date"), may("place"), may("accompanied")),
    /** To the volunteer, with a link behind which the client's name and contact stand. */
    FIRST_MEETING_VOLUNTEER(mustDay("date"), may("place"), may("accompanied")),
    /** To the client after the first meeting, with a link: how was it? */
    MEETING_ASKED_CLIENT(mustDay("answerBy")),
    /** To the volunteer after the first meeting, with a link. */
    MEETING_ASKED_VOLUNTEER(mustDay("answerBy")),
    /** To the client, the requester, or the volunteer: it does not go on. */
    REQUEST_STOPPED(must("reference"), may("reason")),
    /** To the client, the requester or the volunteer: the request was taken back. */
    REQUEST_WITHDRAWN(must("reference")),
    /** To the client, with a link. The three parts go along for those who read on paper. */
    AGREEMENT_CONFIRM_CLIENT(must("volunteer"), must("task"), must("help"), must("excluded"), mayDay("answerBy")),
    /** To the volunteer, with a link behind which the client's name stands. */
    AGREEMENT_CONFIRM_VOLUNTEER(must("task"), must("help"), must("excluded"), mayDay("answerBy")),
    /** To the client ({@code other} = the volunteer's name) or, without it, to the volunteer who has not confirmed yet, with a link. */
    AGREEMENT_REMINDER(may("other"), mayDay("answerBy")),
    /** To the client ({@code other} = the volunteer's name), the volunteer ({@code volunteer} = true) and the requester ({@code requester} = true); {@code side} = true for the first two. */
    SUPPORT_STARTED(must("reference"), may("other"), may("volunteer"), may("requester"), may("side")),
    /** To the client, with a link. */
    CHECK_IN_CLIENT(must("volunteer"), mayDay("answerBy")),
    /** To the volunteer, with a link. */
    CHECK_IN_VOLUNTEER(mayDay("answerBy")),
    /** To the volunteer in the evening of a visit day, with a link: how did it go? */
    VISIT_ASKED(mustDay("date")),
    /** To client and volunteer: a pause begins or has a new last day; {@code long} = true to the client when it is long, with the offer of somebody else meanwhile. With the link to tell us anything. */
    SUPPORT_PAUSED(mustDay("until"), may("long")),
    /** To client and volunteer: the pause is over. With the link to tell us anything. */
    SUPPORT_RESUMED(),
    /** To client or volunteer, with a link: how do you see it? Says nothing of who worries and about what. */
    VIEW_ASKED(mustDay("answerBy")),
    /** To who asked for the client: help came up in a visit that a professional gives; {@code returned} says where it belongs, {@code reason} in the coordinator's words. */
    DRIFT_RETURNED(must("reference"), must("returned"), may("reason")),
    /** To the volunteer: what was decided on something that was not agreed. One of {@code professional}, {@code covered} and {@code fine} = true. */
    DRIFT_DECIDED(must("piece"), may("professional"), may("advice"), may("covered"), may("fine")),
    /** To client and volunteer, when both have been heard and it goes on. With the link to tell us anything. Says nothing of who worried and about what. */
    SUPPORT_GOES_ON(),
    /** To the client at a good end; {@code thanks} in the coordinator's words. */
    THANKS_CLIENT(must("volunteer"), may("thanks")),
    /** To the volunteer at a good end, with a link: what next? */
    THANKS_VOLUNTEER(must("reference"), may("thanks")),
    /** To anybody who knew of the support: it has ended. */
    SUPPORT_ENDED(must("reference"), may("other")),
    /** To anybody who knew of the support: it has faded out, and is closed gently. */
    SUPPORT_FADED(must("reference"), may("other")),
    /** To the client's side: the volunteer has had to stop. {@code again} = true when we look for another; then with a link to the new request's status page. */
    VOLUNTEER_LEFT(must("reference"), may("volunteer"), may("again")),
    /** To the client who had been told of a volunteer: they do not come. {@code changed} = true when it is because the request has changed. */
    VOLUNTEER_NOT_COMING(must("volunteer"), may("changed")),
    /** To the partner, with a link. No name and no address: those open after its yes. */
    PARTNER_ASKED(must("task"), must("area"), mustDay("answerBy")),
    /** To the partner, with a link. */
    PARTNER_REMINDER(must("task"), must("area"), mustDay("answerBy")),
    /** To a member of a network, with a link of its own: who can take this? No name and no address. */
    NETWORK_ASKED(must("task"), must("area"), mustDay("answerBy")),
    /** To the member that said yes: it does not come to them after all; nobody's fault. */
    NETWORK_NOT_PASSED(must("task"), must("area")),
    /** To the partner after its yes, with a link to the contact details. */
    PARTNER_CONTACT(must("reference")),
    /** To the partner: the request was taken back; nobody's fault. */
    PARTNER_NOT_NEEDED(must("reference")),
    /** To the partner at the end: help has arrived, and its view of the client closes. */
    PARTNER_THANKS(must("reference")),
    /** To the client and the requester: a partner was asked, as the client agreed. */
    HAND_OFF_ASKED(must("reference"), must("partner")),
    /** To the client and the requester: the partner takes over and will be in touch. */
    HAND_OFF_ACCEPTED(must("reference"), must("partner")),
    /** To the client and the requester: the request is back with us and keeps its place. */
    HAND_OFF_RETURNED(must("reference"), must("partner")),
    /** To the client, or to who asked for them, with a link: has help arrived? */
    HELP_ARRIVED(must("reference"), must("partner"), mustDay("answerBy")),
    /** To the client and the requester: closed as handed over. */
    HAND_OFF_CLOSED(must("reference"), must("partner")),
    /** To the team lead: somebody worries; {@code safeguarding} = true for danger, abuse, money or health. */
    TEAM_LEAD_CONCERN(must("reference"), must("safeguarding")),
    /** To the team lead: a support was ended because a promise was broken. */
    TEAM_LEAD_BREACH(must("reference")),
    /** To the team lead: a step is late. {@code step} is its name in the working language. */
    TEAM_LEAD_OVERDUE(must("reference"), must("step"), mayDay("due")),
    /** To the manager: the lead heard of it, and the step is late still. */
    MANAGER_OVERDUE(must("reference"), must("step")),
    /** To the client: another coordinator answers for the case from now on. {@code coordinator} is the new one's name. */
    COORDINATOR_CHANGED(must("reference"), must("coordinator")),
    /** To the volunteer of a support that runs: the same. */
    COORDINATOR_CHANGED_VOLUNTEER(must("reference"), must("coordinator")),
    /** To the client and the requester: the closed request {@code former} is taken up again as a new one. A link to the status page may go along. */
    REQUEST_REOPENED(must("reference"), must("former"), mayDay("answerBy")),
    // care for volunteers
    /** To the volunteer at a milestone, a whole sentence; {@code thanks} in the coordinator's words; {@code certificate} = true with a link to it. */
    MILESTONE_THANKS(must("milestone"), may("thanks"), may("certificate")),
    /** To the volunteer who asked for a certificate, with a link to it. */
    CERTIFICATE_GIVEN(),
    /** To the volunteer who agreed to be greeted. */
    BIRTHDAY_GREETING(),
    /** To the volunteer who waits for a first task: partners that need people, one a line; without, that we go on looking. */
    PARTNER_TASKS(may("partners")),
    /** To the volunteer, with a link: may the criminal record be checked for these kinds of help? */
    CHECK_CONSENT(must("kinds")),
    /** To the volunteer, with a link. */
    CHECK_CONSENT_REMINDER(must("kinds")),
    /** To the guardian of somebody under 15, with a link: may the child's criminal record be checked? */
    CHECK_CONSENT_GUARDIAN(must("kinds"), must("child")),
    /** To the guardian, with a link. */
    CHECK_CONSENT_REMINDER_GUARDIAN(must("kinds"), must("child")),
    /** To the volunteer, with a link to sign up by. */
    TRAINING_INVITED(must("trainings")),
    /** To the volunteer, with a link. */
    TRAINING_REMINDER(must("trainings")),
    /** To the volunteer, with a link to give the seat back. */
    TRAINING_SEAT(must("training"), must("when"), must("place")),
    /** To the volunteer, with a link: the training is full, they wait for a seat. */
    TRAINING_QUEUE(must("training"), must("when"), must("place")),
    /** To the volunteer the day before, with a link to give the seat back and a calendar entry. */
    TRAINING_TOMORROW(must("training"), must("when"), must("place")),
    /** To the volunteer: it is not held. */
    TRAINING_CANCELLED(must("training"), must("when"), must("place")),
    /** To the volunteer, with a link: the agreement with the city, its words along for those who read on paper. */
    CITY_AGREEMENT(must("text")),
    /** To the volunteer, with a link. */
    CITY_AGREEMENT_REMINDER(),
    /** To the volunteer, with a link to the agreement that holds now. */
    CITY_AGREEMENT_SEALED(mustDay("until")),
    /** To the guardian of a volunteer under 15, with a link; {@code child} is a given name here and below. */
    CITY_AGREEMENT_GUARDIAN(must("text"), must("child")),
    /** To the guardian, with a link. */
    CITY_AGREEMENT_REMINDER_GUARDIAN(must("child")),
    /** To the guardian, with a link to the agreement that holds now. */
    CITY_AGREEMENT_SEALED_GUARDIAN(mustDay("until"), must("child")),

    // the volunteer's own page and change; kept under the volunteer's id
    /** To the volunteer who asked for it, with a link to their own page. */
    OWN_PAGE_LINK(must("minutes")),
    /** To the volunteer: their rest is noted. {@code page} is the address of the own page. */
    VOLUNTEER_RESTS(mustDay("until"), must("page")),
    /** To the volunteer: a break that begins on a day to come. */
    VOLUNTEER_PLANS_REST(mustDay("from"), mustDay("until"), must("page")),
    /** To the volunteer: a last day to come. */
    VOLUNTEER_PLANS_LEAVE(mustDay("lastDay"), must("page")),
    /** To the volunteer: the rest is over. */
    VOLUNTEER_RETURNS(must("page")),
    /** To the volunteer: what became of their wishes. One of {@code kinds}, {@code talked} and {@code later}. */
    VOLUNTEER_WISHES(must("page"), may("kinds"), may("talked"), may("later")),
    /** To the volunteer who has left. Never where something hard has happened. */
    VOLUNTEER_FAREWELL(mustDay("leftOn"), mustDay("eraseOn"), must("page")),

    // the register
    /** To volunteers, one message to many who have agreed to it; {@code words} are the coordinator's. */
    REGISTER_MESSAGE(must("words")),

    // applying to volunteer
    /** To the applicant, with a link to the application's page. {@code byPhone} = true when a coordinator keyed it in; {@code guardian} is the name of who is asked. */
    APPLICATION_RECEIVED(must("reference"), may("byPhone"), may("guardian")),
    /** To the guardian of an applicant under 15, with a link. {@code applicant} is a given name. */
    GUARDIAN_ASKED(must("applicant"), mustDay("answerBy")),
    /** To the guardian, with a link. */
    GUARDIAN_REMINDER(must("applicant"), mustDay("answerBy")),
    /** To the applicant, with a link: which time suits for a talk? */
    INTERVIEW_TIMES(mustDay("answerBy")),
    /** To the applicant who has not chosen, with a link. */
    INTERVIEW_TIMES_REMINDER(mustDay("answerBy")),
    /** To the applicant, with a link to move the time and a calendar entry. */
    INTERVIEW_INVITATION(must("when"), must("where")),
    /** To the applicant the day before, with a link. */
    INTERVIEW_REMINDER(must("when"), must("where")),
    /** To the applicant: not now; {@code words} are the coordinator's, {@code places} where else help is wanted. */
    APPLICATION_NOT_NOW(must("reference"), may("words"), may("places")),
    /** To the applicant: no, and why, in the words of who decided. */
    APPLICATION_DECLINED(must("reference"), must("reason"), may("places")),
    /** To the applicant who took it back; a calendar entry is cancelled with it. */
    APPLICATION_WITHDRAWN(must("reference"), may("places")),
    /** To the new volunteer. */
    VOLUNTEER_WELCOME(must("reference")),
    /** To the contact of a group. */
    GROUP_AGREED(must("reference"), must("group")),
    /** To the volunteer, with a link to answer by. */
    RECREATION_INVITATION(must("event"), mustDay("date"), must("times"), must("place"), mustDay("answerBy")),
    /** To the volunteer who has not answered, with the link. */
    RECREATION_REMINDER(must("event"), mustDay("date"), must("times"), must("place"), mustDay("answerBy")),
    /** To the volunteer who would have come and found the event full, with the link. */
    RECREATION_SEAT_FREE(must("event"), mustDay("date"), must("times"), must("place"), mustDay("answerBy")),
    /** To the volunteer who was invited and has not said no. */
    RECREATION_CANCELLED(must("event"), mustDay("date"));

    private final List<Fact> facts;

    Template(Fact... facts) {
        this.facts = List.of(facts);
    }

    /** One fact. @param day whether it is a date, given as yyyy-MM-dd */
    public record Fact(String name, boolean required, boolean day) {}

    /** @return the facts this message may use */
    public List<Fact> facts() {
        return facts;
    }

    /** @return the name used in {@link Messages.Draft}, such as {@code request-received} */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @return the template with this name @throws IllegalArgumentException when there is none */
    public static Template of(String key) {
        return Arrays.stream(values()).filter(t -> t.key().equals(key)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No message template " + key));
    }

    private static Fact must(String name) { return new Fact(name, true, false); }

    private static Fact may(String name) { return new Fact(name, false, false); }

    private static Fact mustDay(String name) { return new Fact(name, true, true); }

    private static Fact mayDay(String name) { return new Fact(name, false, true); }
}
