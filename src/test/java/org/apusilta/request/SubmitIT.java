package org.apusilta.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.apusilta.ApusiltaTest;
import org.apusilta.request.internal.Submissions;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ApusiltaTest
class SubmitIT {

    @Autowired HelpRequests requests;
    @Autowired Submissions submissions;
    @Autowired RuntimeService runtime;
    @Autowired HistoryService history;
    @Autowired JdbcClient database;
    @Autowired TransactionTemplate transaction;

    @Test
    void aRequestStartsItsProcessUnderItsOpaqueId() {
        var receipt = requests.submit(Sent.bySelf());

        assertThat(receipt.reference()).matches("AP-20\\d\\d-\\d{5}");
        var instance = runtime.createProcessInstanceQuery().processInstanceBusinessKey(receipt.id().toString()).singleResult();
        assertThat(instance.getProcessDefinitionId()).startsWith("help-request:");
        assertThat(runtime.getVariables(instance.getId())).containsEntry("majorDistrict", "7").containsEntry("askedBy", "SELF")
                .containsEntry("careSettled", true).containsEntry("kindCount", 1).containsEntry("hoursPerWeek", 2.0)
                .containsEntry("daysUntilStart", -1).hasSize(6);
        assertThat(requests.facts(receipt.id()).kinds()).containsExactly(Sent.KIND);
        assertThat(requests.client(receipt.id()).name()).isEqualTo("Aino Kuusela");
        assertThat(requests.requester(receipt.id()).name()).isEqualTo("Aino Kuusela");
        assertThat(requests.consent(receipt.id()).askedBy()).isEqualTo("Aino Kuusela");
    }

    @Test
    void aFailureAfterwardsLeavesNeitherRowsNorProcess() {
        var id = new UUID[1];
        assertThatThrownBy(() -> transaction.executeWithoutResult(tx -> {
            id[0] = requests.submit(Sent.bySelf()).id();
            assertThat(runtime.createProcessInstanceQuery().processInstanceBusinessKey(id[0].toString()).count()).isOne();
            throw new IllegalStateException("in the middle");
        })).hasMessage("in the middle");

        assertThat(requests.find(id[0])).isEmpty();
        assertThat(count("client", id[0]) + count("requester", id[0]) + count("consent", id[0]) + count("request_kind", id[0])).isZero();
        assertThat(history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(id[0].toString()).count()).isZero();
    }

    @Test
    void eightThreadsWithOneKeyMakeOneCase() throws Exception {
        var key = UUID.randomUUID().toString();
        var together = new CyclicBarrier(8);
        var pool = Executors.newFixedThreadPool(8);
        try {
            Callable<UUID> send = () -> {
                together.await();
                return submissions.once("social-worker", key, "hash", Sent.bySelf()).id();
            };
            var ids = new HashSet<UUID>();
            for (var answer : pool.invokeAll(IntStream.range(0, 8).mapToObj(i -> send).toList())) {
                ids.add(answer.get());
            }
            assertThat(ids).hasSize(1);
            assertThat(runtime.createProcessInstanceQuery().processInstanceBusinessKey(ids.iterator().next().toString()).count()).isOne();
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void aKeySentWithAnotherRequestIsRefused() {
        var key = UUID.randomUUID().toString();
        submissions.once("social-worker", key, "one", Sent.bySelf());
        assertThatThrownBy(() -> submissions.once("social-worker", key, "other", Sent.bySelf())).isInstanceOf(Submissions.SentDifferently.class);
        assertThat(submissions.once("another-worker", key, "other", Sent.bySelf()).id()).isNotNull();
    }

    @Test
    void aRefusedRequestLeavesItsKeyFree() {
        var key = UUID.randomUUID().toString();
        var wrong = new NewRequest(AskedBy.SELF, Sent.bySelf().client(), Sent.bySelf().requester(), false, Sent.bySelf().consent(),
                List.of("NO_SUCH"), null, List.of(), List.of(), null, null, null, Sent.bySelf().home(), Map.of(), Sent.bySelf().care(), "fi", null);
        assertThatThrownBy(() -> submissions.once("social-worker", key, "hash", wrong)).isInstanceOf(InvalidRequest.class);
        assertThat(submissions.once("social-worker", key, "hash", Sent.bySelf()).id()).isNotNull();
    }

    private long count(String table, UUID id) {
        return database.sql("select count(*) from apusilta." + table + " where request_id = :id").param("id", id).query(Long.class).single();
    }
}
