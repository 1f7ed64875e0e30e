package org.portcullis.pipeline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.portcullis.json.StrictJson;
import org.portcullis.masking.Hits;
import org.portcullis.masking.Keep;
import org.portcullis.masking.Masker;
import org.portcullis.policy.CommandDecision;
import org.portcullis.policy.ShadowRule;

/** Commands and their decisions as people may see them: masked, and bounded in size. */
final class ShownCommands {

  /** Longer arguments are shown by their beginning only: in the record, and to who is asked. */
  private static final int MAX_RECORDED = 8 * 1024;

  private static final int MAX_ASKED = 64 * 1024;

  private ShownCommands() {}

  /** Every command with its decision. */
  static ArrayNode of(List<CommandDecision> commands, Masker masker) {
    ArrayNode shown = StrictJson.mapperForNodes().createArrayNode();
    commands.forEach(command -> shown.add(of(command, masker)));
    return shown;
  }

  /** One command with its decision; sub-commands show their names and decisions below it. */
  static ObjectNode of(CommandDecision decision, Masker masker) {
    ObjectNode shown = withoutArguments(decision, masker);
    put(shown, "arguments", decision.command().arguments(), masker, MAX_RECORDED);
    return shown;
  }

  /** The same for a human who decides about it, with what is sent along unless that is missing. */
  static ObjectNode toBeApproved(CommandDecision decision, JsonNode around, Masker masker) {
    ObjectNode shown = withoutArguments(decision, masker);
    put(shown, "arguments", decision.command().arguments(), masker, MAX_ASKED);
    if (!around.isMissingNode()) {
      put(shown, "with", around, masker, MAX_ASKED);
    }
    return shown;
  }

  private static void put(ObjectNode shown, String name, JsonNode value, Masker masker, int most) {
    JsonNode masked = masker.json(value, Keep.NOTHING, new Hits());
    String text = text(masked);
    if (text.length() <= most) {
      shown.set(name, masked);
    } else {
      shown.put(name + "Beginning", text.substring(0, most));
    }
  }

  private static ObjectNode withoutArguments(CommandDecision decision, Masker masker) {
    ObjectNode shown = StrictJson.object();
    shown.put("command", masker.text(decision.command().name().text(), new Hits()));
    if (!decision.command().because().isEmpty()) {
      shown.put("because", decision.command().because());
      shown.put("pointer", masker.text(decision.command().pointer(), new Hits()));
    }
    shown.put("decision", decision.own().label());
    decision.rules().forEach(shown.putArray("rules")::add);
    ShadowRule.write(decision.shadow(), shown);
    if (!decision.inner().isEmpty()) {
      ArrayNode inner = shown.putArray("inner");
      decision.inner().forEach(below -> inner.add(withoutArguments(below, masker)));
    }
    return shown;
  }

  private static String text(JsonNode node) {
    try {
      return StrictJson.mapperForNodes().writeValueAsString(node);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of nodes can always be written", e);
    }
  }
}
