package org.portcullis.policy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import org.portcullis.json.StrictJson;

/** A decision as a JSON document: the strictest first, then command by command, from the top. */
public final class Explanation {

  private static final int NONE = -1;

  private Explanation() {}

  /** The document of a decision, as {@code POST /api/v1/decisions} gives it. */
  public static ObjectNode of(CallDecision decision) {
    ObjectNode document = StrictJson.object();
    document.put("decision", decision.effect().label());
    List<String> rules =
        decision.deciding(decision.effect()).stream()
            .flatMap(command -> command.rules().stream())
            .distinct()
            .toList();
    texts(document, "rules", rules);
    document.put("policy", decision.policyVersion());
    texts(document, "roles", decision.roles().stream().sorted().toList());
    ArrayNode commands = document.putArray("commands");
    decision.commands().forEach(command -> add(commands, command, "", NONE));
    return document;
  }

  /**
   * The list is flat, from the top: {@code in} names the command in whose arguments a sub-command
   * was found, and {@code parent} is its index in the list, since names may stand there twice.
   */
  private static void add(ArrayNode commands, CommandDecision decision, String in, int parent) {
    int index = commands.size();
    String name = decision.command().name().text();
    ObjectNode entry = commands.addObject();
    entry.put("command", name);
    entry.put("decision", decision.own().label());
    texts(entry, "rules", decision.rules());
    if (parent != NONE) {
      entry.put("in", in);
      entry.put("parent", parent);
      entry.put("pointer", decision.command().pointer());
      entry.put("because", decision.command().because());
    }
    ShadowRule.write(decision.shadow(), entry);
    if (!decision.plans().isEmpty()) {
      texts(entry, "approvals", decision.plans().stream().sorted().toList());
    }
    if (!decision.masking().isEmpty()) {
      texts(entry, "masking", decision.masking().stream().sorted().toList());
    }
    decision.inner().forEach(inner -> add(commands, inner, name, index));
  }

  private static void texts(ObjectNode document, String member, Collection<String> texts) {
    ArrayNode array = document.putArray(member);
    texts.forEach(array::add);
  }
}
