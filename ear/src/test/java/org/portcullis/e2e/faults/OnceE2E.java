package org.portcullis.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.portcullis.e2e.Http;

/** What was approved runs once, as it was approved, and for nobody else. */
class OnceE2E {

  private static final FaultsGate GATE = FaultsGate.shared();
  private static final int THREADS = 16;

  private final String marker = FaultsGate.marker();

  @BeforeEach
  void restartTrail() {
    GATE.trail().restart();
  }

  @Test
  void anApprovedRequestRunsOnce() {
    Http.Reply asked = pay(GATE.caller(), marker);
    assertThat(asked.status()).isEqualTo(202);
    String id = approvalOf(asked);
    assertThat(asked.header("Location").orElseThrow()).endsWith(id);
    GATE.trail().expect("asked");
    assertThat(GATE.runs().received(marker)).isEmpty();
    approve(id);
    Http.Reply ran = pay(GATE.caller(), marker);
    assertThat(ran.status()).as(ran.text()).isEqualTo(200);
    assertThat(GATE.runs().received(marker)).hasSize(1);
    Http.Reply again = pay(GATE.caller(), marker);
    assertThat(again.status()).isEqualTo(202);
    assertThat(approvalOf(again)).isNotEqualTo(id);
    assertThat(GATE.runs().received(marker)).hasSize(1);
    GATE.trail().expect("consumed");
  }

  @Test
  void askingTwiceIsOneQuestion() {
    assertThat(approvalOf(pay(GATE.caller(), marker)))
        .isEqualTo(approvalOf(pay(GATE.caller(), marker)));
  }

  @Test
  void anApprovalIsForTheseArgumentsAlone() {
    String id = approvalOf(pay(GATE.caller(), marker));
    approve(id);
    Http.Reply other = pay(GATE.caller(), marker + "0");
    assertThat(other.status()).isEqualTo(202);
    assertThat(approvalOf(other)).isNotEqualTo(id);
    assertThat(GATE.runs().received(marker)).isEmpty();
  }

  @Test
  void anApprovalIsForThisCallerAlone() {
    approve(approvalOf(pay(GATE.caller(), marker)));
    assertThat(pay(GATE.agent("bob", "support"), marker).status()).isEqualTo(202);
    assertThat(GATE.runs().received(marker)).isEmpty();
  }

  @Test
  void nobodyVotesOnTheirOwnRequest() {
    String id = approvalOf(pay(GATE.agent("both", "support", "approvers"), marker));
    Http.Reply vote = vote(GATE.as("both", "support", "approvers"), id);
    assertThat(vote.status()).isEqualTo(403);
    assertThat(pay(GATE.agent("both", "support", "approvers"), marker).status()).isEqualTo(202);
    assertThat(GATE.runs().received(marker)).isEmpty();
  }

  @Test
  void strangersDoNotSeeARequest() {
    String id = approvalOf(pay(GATE.caller(), marker));
    assertThat(vote(GATE.as("bob", "support"), id).status()).isEqualTo(404);
    assertThat(pay(GATE.caller(), marker).status()).isEqualTo(202);
  }

  @Test
  void anApprovedRequestRunsOnceForSixteenAtATime() throws Exception {
    approve(approvalOf(pay(GATE.caller(), marker)));
    Agent caller = GATE.caller();
    List<Integer> statuses = atOnce(() -> pay(caller, marker).status());
    assertThat(statuses)
        .containsOnlyOnce(200)
        .allMatch(status -> List.of(200, 202, 409).contains(status));
    assertThat(GATE.runs().received(marker)).hasSize(1);
    assertThat(GATE.trail().events("consumed")).hasSize(1);
  }

  @Test
  void anApprovedToolRunsOnceForSixteenAtATime() throws Exception {
    McpClient client = McpClient.open(GATE.caller(), "tools");
    JsonNode asked = client.answer(McpClient.call("1", "pay", marker));
    assertThat(asked.at("/result/isError").asBoolean()).isTrue();
    JsonNode approval = asked.at("/result/_meta/org.portcullis~1approval");
    assertThat(approval.get("url").asText()).endsWith(approval.get("id").asText());
    assertThat(asked.at("/result/content/0/text").asText()).contains(approval.get("url").asText());
    approve(approval.get("id").asText());
    List<JsonNode> answers = atOnce(() -> client.answer(McpClient.call("2", "pay", marker)));
    assertThat(answers).filteredOn(answer -> answer.toString().contains("ran pay")).hasSize(1);
    assertThat(GATE.tools().received(marker)).hasSize(1);
    assertThat(GATE.trail().events("consumed")).hasSize(1);
  }

  @Test
  void sixteenQuestionsAtATimeAreOne() throws Exception {
    Agent caller = GATE.caller();
    List<String> ids = atOnce(() -> approvalOf(pay(caller, marker)));
    assertThat(ids.stream().distinct()).hasSize(1);
    assertThat(GATE.trail().events("asked")).hasSize(1);
  }

  private static <T> List<T> atOnce(Callable<T> call) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    CyclicBarrier start = new CyclicBarrier(THREADS);
    List<Future<T>> futures = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      futures.add(
          threads.submit(
              () -> {
                start.await(1, TimeUnit.MINUTES);
                return call.call();
              }));
    }
    List<T> results = new ArrayList<>();
    for (Future<T> future : futures) {
      results.add(future.get(2, TimeUnit.MINUTES));
    }
    threads.shutdown();
    return results;
  }

  private static Http.Reply pay(Agent agent, String text) {
    return agent.post(
        "/gate/runs/runs",
        "{\"steps\":[{\"action\":\"pay\",\"action_input\":{\"text\":\"%s\"}}]}".formatted(text));
  }

  private static String approvalOf(Http.Reply asked) {
    assertThat(asked.status()).as(asked.text()).isEqualTo(202);
    return asked.json().at("/approvals/0/id").asText();
  }

  private static void approve(String id) {
    Http.Reply vote = vote(GATE.as("chief", "approvers"), id);
    assertThat(vote.status()).as(vote.text()).isEqualTo(200);
    assertThat(vote.json().get("state").asText()).isEqualTo("approved");
  }

  private static Http.Reply vote(Http approver, String id) {
    return approver.post(
        "/api/v1/approvals/" + id + "/votes", "{\"vote\":\"approve\",\"reason\":\"it is right\"}");
  }
}
