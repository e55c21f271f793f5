package org.apusilta.partner.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.RETURNS_SELF;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.apusilta.engine.Ourselves;
import org.apusilta.partner.NetworkAsks;
import org.apusilta.partner.internal.AskingNetwork;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.MessageCorrelationBuilder;
import org.junit.jupiter.api.Test;

/** The one instant no test with a real engine can hit: the time runs out between the look and the word. */
class AskNetworkProcessTests {

    @Test
    void aYesThatTheTimerBeatsIsLateAndKeepsNothing() {
        var part = UUID.randomUUID();
        var runtime = mock(RuntimeService.class, RETURNS_DEEP_STUBS);
        when(runtime.createExecutionQuery().processInstanceId("1").messageEventSubscriptionName("NetworkAnswered").count()).thenReturn(1L);
        var correlation = mock(MessageCorrelationBuilder.class, RETURNS_SELF);
        when(runtime.createMessageCorrelation("NetworkAnswered")).thenReturn(correlation);
        when(correlation.correlateAllWithResult()).thenReturn(List.of());
        var ourselves = mock(Ourselves.class);
        when(ourselves.call(any())).thenAnswer(call -> call.<Supplier<?>>getArgument(0).get());
        var asking = mock(AskingNetwork.class);
        when(asking.question(part)).thenReturn(Optional.of(new AskingNetwork.Question(UUID.randomUUID(), UUID.randomUUID(), "1", NetworkAsks.State.OPEN, Instant.EPOCH, false, null)));

        assertThat(new AskNetworkProcess(runtime, ourselves, asking).answered(part, true)).isFalse();
        verify(asking, never()).answer(any(), anyBoolean());
    }
}
