package org.portcullis.policy;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * A rule in shadow mode that would have led to another effect, had it counted.
 *
 * @param rule its id
 * @param effect what the command would have been decided as
 */
public record ShadowRule(String rule, Effect effect) {

  public ShadowRule {
    requireNonNull(rule, "rule");
    requireNonNull(effect, "effect");
  }

  /**
   * Writes them beside a command: their ids as {@code shadow}, what they would have led to as
   * {@code wouldBe}, by id. Without any, nothing is written.
   */
  public static void write(List<ShadowRule> rules, ObjectNode command) {
    if (rules.isEmpty()) {
      return;
    }
    ArrayNode ids = command.putArray("shadow");
    ObjectNode wouldBe = command.putObject("wouldBe");
    for (ShadowRule shadow : rules) {
      ids.add(shadow.rule());
      wouldBe.put(shadow.rule(), shadow.effect().label());
    }
  }
}
