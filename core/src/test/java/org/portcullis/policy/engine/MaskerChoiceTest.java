package org.portcullis.policy.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portcullis.policy.PolicyFixtures.caller;
import static org.portcullis.policy.PolicyFixtures.connection;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.portcullis.masking.Hits;
import org.portcullis.masking.Keep;
import org.portcullis.masking.Masker;
import org.portcullis.policy.ActivePolicy;
import org.portcullis.policy.PolicyFixtures;

class MaskerChoiceTest {

  private static final String DATA = "{\"a\":\"1\",\"b\":\"2\",\"c\":\"3\",\"d\":\"4\"}";

  private final ActivePolicy policy =
      PolicyFixtures.policy(
          """
          version: 1
          groups: {support: [agent], other: [else]}
          roles:
            agent:
              rules:
                - {id: r, effect: mask, commands: ["tool:x"], mask: [added]}
            else: {}
          masking:
            - {id: everyone, fields: [a], with: "null"}
            - {id: agents, for: [agent], fields: [b], with: null}
            - {id: crm, on: ["crm*"], fields: [c], with: null}
            - {id: added, for: [else], on: [nowhere], fields: [d], with: null}
          """);

  @Test
  void choosesByRoleAndConnection() {
    assertThat(masked(policy.masker(caller("support"), connection("desk"), Set.of())))
        .isEqualTo("{\"a\":null,\"b\":null,\"c\":\"3\",\"d\":\"4\"}");
    assertThat(masked(policy.masker(caller("other"), connection("crm-2"), Set.of())))
        .isEqualTo("{\"a\":null,\"b\":\"2\",\"c\":null,\"d\":\"4\"}");
    assertThat(masked(policy.masker(caller(), connection("desk"), Set.of())))
        .isEqualTo("{\"a\":null,\"b\":\"2\",\"c\":\"3\",\"d\":\"4\"}");
  }

  @Test
  void addsWhatADecisionNames() {
    assertThat(masked(policy.masker(caller("support"), connection("desk"), Set.of("added"))))
        .isEqualTo("{\"a\":null,\"b\":null,\"c\":\"3\",\"d\":null}");
  }

  @Test
  void keepsMaskers() {
    assertThat(policy.masker(caller("support"), connection("desk"), Set.of()))
        .isSameAs(policy.masker(caller("support"), connection("desk"), Set.of()));
  }

  @Test
  void masksRecordsForTheMostRestrictedReader() {
    Masker recording = policy.recordingMasker(connection("desk"));

    assertThat(masked(recording)).contains("\"c\":\"3\"").doesNotContain("1", "2", "4");
    assertThat(recording.text("write to ada@example.com", new Hits())).doesNotContain("ada@");
  }

  @Test
  void masksRecordsWithoutAnyPolicy() {
    Masker recording = ActivePolicies.blockingEverything().recordingMasker(connection("desk"));

    assertThat(recording.text("write to ada@example.com", new Hits())).doesNotContain("ada@");
  }

  private static String masked(Masker masker) {
    return masker.json(PolicyFixtures.json(DATA), Keep.NOTHING, new Hits()).toString();
  }
}
