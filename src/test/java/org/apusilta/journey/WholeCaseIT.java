package org.apusilta.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.apusilta.ApusiltaTest;
import org.apusilta.request.Outcome;
import org.apusilta.request.RequestStatus;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** One case the whole way, each status on the way, and what is left behind: nothing personal in the engine. */
@ApusiltaTest
class WholeCaseIT {

    @Autowired Journey walk;

    @BeforeEach
    void people() {
        walk.somePeople();
    }

    @AfterEach
    void today() {
        ClockUtil.reset();
    }

    @Test
    void aRequestBecomesASupportThatEndsWell() {
        var id = walk.received();
        is(id, RequestStatus.RECEIVED);
        walk.complete(id, "screenRequest", "screeningOutcome", "ACCEPTED");
        is(id, RequestStatus.MATCHING);
        var volunteer = walk.chooseFirst(id);
        is(id, RequestStatus.OFFERED);
        walk.bothSayYes(id);
        is(id, RequestStatus.MEETING);
        assertThat(walk.matching.matched(id)).contains(volunteer);
        walk.met(id);
        is(id, RequestStatus.MEETING);
        walk.complete(id, "recordFirstMeeting", "meetingOutcome", "CONTINUE");
        is(id, RequestStatus.AGREEMENT);
        walk.complete(id, "finaliseAgreement", "agreementOutcome", "READY");
        walk.bothConfirmByLink(id);
        is(id, RequestStatus.ACTIVE);
        assertThat(walk.supports.of(id)).get().satisfies(s -> assertThat(s.volunteerId()).isEqualTo(volunteer));

        walk.timePassesUntil(id, "followUpDue");
        walk.checkedIn(id, "client");
        walk.checkedIn(id, "volunteer");
        walk.complete(id, "followUp", "followUpOutcome", "WELL");
        is(id, RequestStatus.ACTIVE);
        assertThat(walk.supports.of(id)).get().satisfies(s -> assertThat(s.period()).isEqualTo(2));

        walk.timePassesUntil(id, "followUpDue");
        walk.timePassesUntil(id, "checkInsOverdue");
        walk.complete(id, "followUp", "followUpOutcome", "END");
        walk.complete(id, "closeRelationship", "closingReason", "GOAL_MET");
        is(id, RequestStatus.ENDED);
        assertThat(walk.requests.facts(id).outcome()).isEqualTo(Outcome.ENDED);
        assertThat(walk.requests.closingLine(id, Locale.forLanguageTag("fi"))).isPresent();
        assertThat(walk.matching.matched(id)).as("the volunteer is free again").isEmpty();
        walk.answer("what-next", id, id, java.util.Map.of("wish", "REMATCH"));
        assertThat(walk.instances(id)).isEmpty();
        nothingPersonalInTheEngine(id);
    }

    private void is(UUID id, RequestStatus status) {
        assertThat(walk.requests.status(id)).isEqualTo(status);
    }

    /** Every text and byte column of every ACT_ table, for every name, phone, address and e-mail of this case's people. */
    private void nothingPersonalInTheEngine(UUID id) {
        var client = walk.requests.client(id);
        var requester = walk.requests.requester(id);
        var support = walk.supports.of(id).orElseThrow();
        var volunteer = walk.database.sql("select given_name, family_name, email, phone from apusilta.volunteer where id = :id")
                .param("id", support.volunteerId()).query().singleRow();
        var secrets = java.util.stream.Stream.of(client.name(), client.phone(), client.email(), client.address(), requester.name(), requester.email(),
                        volunteer.get("family_name"), volunteer.get("email"), volunteer.get("phone"), "kahvihetken")
                .filter(java.util.Objects::nonNull).map(Object::toString).filter(s -> !s.isBlank()).toList();
        assertThat(secrets).hasSizeGreaterThan(6);
        walk.engineKnowsNothingOf(secrets);
    }
}
