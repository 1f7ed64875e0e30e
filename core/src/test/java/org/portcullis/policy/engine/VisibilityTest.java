package org.portcullis.policy.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portcullis.policy.PolicyFixtures.caller;
import static org.portcullis.policy.PolicyFixtures.connection;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portcullis.command.CommandName;
import org.portcullis.policy.ActivePolicy;
import org.portcullis.policy.PolicyFixtures;

class VisibilityTest {

  private final ActivePolicy policy =
      PolicyFixtures.policy(
          """
          version: 1
          groups: {support: [agent]}
          roles:
            agent:
              rules:
                - {id: a, effect: allow, on: [desk], commands: ["tool:find_*", "resource:read:crm://customers/*"]}
                - {id: b, effect: approve, commands: ["tool:refund"], approval: one, when: "args.amount > 50"}
                - {id: c, effect: block, commands: ["tool:find_secrets"]}
                - {id: d, effect: block, commands: ["tool:find_orders"], when: "args.all"}
                - {id: e, effect: block, commands: ["tool:find_old"], mode: shadow}
                - {id: f, effect: allow, commands: ["tool:soon"], mode: shadow}
                - {id: g, effect: allow, commands: ["resource:read:crm://notes/1"]}
                - {id: h, effect: allow, commands: ["resource:read:file:///*"]}
                - {id: i, effect: block, commands: ["resource:read:file:///etc/*"]}
          approvals:
            one: {approvers: [approver], quorum: 1, pending: PT1M, usable: PT1M}
          """);

  @ParameterizedTest
  @CsvSource({
    "tool:find_customers, true",
    "tool:refund,         true",
    "tool:find_secrets,   false",
    "tool:find_orders,    true",
    "tool:find_old,       true",
    "tool:soon,           false",
    "tool:other,          false"
  })
  void showsWhatSomeRuleOpens(String name, boolean shown) {
    assertThat(policy.shows(caller("support"), connection("desk"), new CommandName(name)))
        .isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource({
    "crm://customers/{id},      true",
    "crm://{kind}/1,            true",
    "'{+uri}',                  true",
    "crm://customers/{id}/mail, true",
    "crm://notes/{id},          true",
    "crm://notes/1/{part},      false",
    "crm://orders/{id},         false",
    "http://x/{id},             false",
    "crm://notes/1,             true",
    "crm://notes/2,             false",
    "file:///home/{name},       true",
    "file:///etc/{name},        false",
    "file:///{path},            true"
  })
  void showsTemplatesThatCouldStandForSomethingShown(String template, boolean shown) {
    assertThat(
            policy.showsTemplate(caller("support"), connection("desk"), "resource:read", template))
        .isEqualTo(shown);
  }

  @Test
  void showsNothingToStrangersAndElsewhere() {
    CommandName name = new CommandName("tool:find_customers");

    assertThat(policy.shows(caller("sales"), connection("desk"), name)).isFalse();
    assertThat(policy.shows(caller("support"), connection("crm"), name)).isFalse();
  }
}
