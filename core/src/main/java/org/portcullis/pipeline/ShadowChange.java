package org.portcullis.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.portcullis.policy.Effect;

/**
 * What one rule in shadow mode would have made of a recorded call, had it counted alone.
 *
 * @param rule the rule's id
 * @param from what was decided about the call
 * @param to what would have been decided; the same where other commands of the call decide it
 */
public record ShadowChange(String rule, Effect from, Effect to) {

  /**
   * Whether the call would have been decided otherwise.
   *
   * @return false where only a part of the call would have been
   */
  public boolean isChange() {
    return from != to;
  }

  /** The rules that are noted in the detail of a {@code DECIDED} event, each once. */
  public static List<ShadowChange> in(JsonNode detail) {
    List<JsonNode> nodes = new ArrayList<>();
    detail.path("commands").forEach(command -> collect(command, nodes));
    Set<String> rules = new LinkedHashSet<>();
    nodes.forEach(node -> node.path("wouldBe").fieldNames().forEachRemaining(rules::add));
    return rules.stream()
        .map(rule -> new ShadowChange(rule, decided(nodes), with(rule, nodes)))
        .toList();
  }

  private static void collect(JsonNode command, List<JsonNode> nodes) {
    nodes.add(command);
    command.path("inner").forEach(inner -> collect(inner, nodes));
  }

  /** The strictest of the tree, as it was decided. */
  private static Effect decided(List<JsonNode> nodes) {
    return strictest(nodes.stream().map(node -> node.path("decision").asText()));
  }

  /** The strictest of the tree, had this rule counted. */
  private static Effect with(String rule, List<JsonNode> nodes) {
    return strictest(
        nodes.stream()
            .map(node -> node.path("wouldBe").path(rule).asText(node.path("decision").asText())));
  }

  private static Effect strictest(Stream<String> labels) {
    return labels
        .map(label -> Effect.named(label).orElse(Effect.BLOCK))
        .reduce(Effect.ALLOW, Effect::join);
  }
}
