package org.portcullis.tools.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.portcullis.policy.condition.ConditionFacts.Path;

/**
 * Finds the values of recorded arguments that are masked, or may be: labels in brackets, runs of
 * asterisks, null, and the number 0, by which numbers are masked.
 */
final class MaskedLeaves {

  private static final String ARGS = "args";
  private static final Pattern MASK = Pattern.compile("\\[[A-Z][A-Z0-9_]*]|\\*{4}");

  private final List<Path> found = new ArrayList<>();

  private MaskedLeaves() {}

  static List<Path> of(JsonNode arguments) {
    MaskedLeaves leaves = new MaskedLeaves();
    leaves.visit(arguments, List.of());
    return leaves.found;
  }

  static boolean isMasked(String text) {
    return MASK.matcher(text).find();
  }

  /** Recursive: the depth of what was recorded is bounded. */
  private void visit(JsonNode node, List<String> steps) {
    if (node.isObject()) {
      for (Map.Entry<String, JsonNode> member : node.properties()) {
        if (isMasked(member.getKey())) {
          found.add(new Path(ARGS, steps));
        }
        visit(member.getValue(), below(steps, member.getKey()));
      }
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        visit(node.get(i), below(steps, Integer.toString(i)));
      }
    } else if (mayBeMasked(node)) {
      found.add(new Path(ARGS, steps));
    }
  }

  private static boolean mayBeMasked(JsonNode leaf) {
    return leaf.isNull()
        || (leaf.isTextual() && isMasked(leaf.textValue()))
        || (leaf.isIntegralNumber() && leaf.bigIntegerValue().signum() == 0);
  }

  private static List<String> below(List<String> steps, String step) {
    List<String> longer = new ArrayList<>(steps);
    longer.add(step);
    return longer;
  }
}
