package org.apusilta.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.apusilta.ApusiltaTest;
import org.apusilta.engine.TaskOverdue;
import org.apusilta.messaging.Messages;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;

@ApusiltaTest
class OverdueLetterIT {

    @Autowired HelpRequests requests;
    @Autowired Messages messages;
    @Autowired ApplicationEventPublisher events;

    @Test
    void theTeamLeadReadsWhichStepOfWhichRequestIsLateAndNoName() {
        var receipt = requests.submit(Sent.bySelf());
        events.publishEvent(new TaskOverdue(receipt.id(), "help-request", "screenRequest", "7", TaskOverdue.Whom.LEAD));
        assertThat(messages.of(receipt.id())).filteredOn(m -> m.template().equals("team-lead-overdue")).singleElement().satisfies(m -> {
            assertThat(m.to()).isEqualTo("lead@example.invalid");
            assertThat(m.subject()).contains(receipt.reference());
            assertThat(m.body()).contains("is late").doesNotContain("screenRequest", "Aino");
        });
    }

    @Test
    void theManagerReadsOfWhatStillStands() {
        var receipt = requests.submit(Sent.bySelf());
        events.publishEvent(new TaskOverdue(receipt.id(), "help-request", "screenRequest", "7", TaskOverdue.Whom.MANAGER));
        assertThat(messages.of(receipt.id())).filteredOn(m -> m.template().equals("manager-overdue")).singleElement().satisfies(m -> {
            assertThat(m.to()).isEqualTo("manager@example.invalid");
            assertThat(m.body()).contains("still waits").doesNotContain("screenRequest", "Aino");
        });
    }

    @Test
    void aTaskOfNoRequestIsLeftAlone() {
        events.publishEvent(new TaskOverdue(UUID.randomUUID(), "some", "task", null, TaskOverdue.Whom.LEAD));
    }
}
