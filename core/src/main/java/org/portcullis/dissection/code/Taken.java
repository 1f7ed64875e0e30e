package org.portcullis.dissection.code;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.portcullis.dissection.code.tree.Node;

/** What a pattern takes out of a value. */
final class Taken {

  /** Longer lists are taken apart by their beginning. */
  private static final int MAX_TAKEN = 100;

  private Taken() {}

  /** What stands under a key; unknown for the rest. */
  static Node member(Node value, @Nullable Node key) {
    if (value == Node.UNKNOWN || !(key instanceof Node.Text text)) {
      return Node.UNKNOWN;
    }
    return new Node.Member(value, text.value());
  }

  /** What stands at a place in a list that is known. */
  static Node element(Node value, int index) {
    if (value instanceof Node.Items items && index < Math.min(MAX_TAKEN, items.items().size())) {
      List<Node> upToIt = items.items().subList(0, index + 1);
      boolean spread = upToIt.stream().anyMatch(Node.Spread.class::isInstance);
      return spread ? Node.UNKNOWN : items.items().get(index);
    }
    return Node.UNKNOWN;
  }
}
