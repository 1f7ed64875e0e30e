package org.portcullis.dissection.code;

import java.util.ArrayList;
import java.util.List;
import org.portcullis.dissection.code.tree.Node;

/** What a part of a program is made of. */
final class Children {

  private Children() {}

  /** In the order in which they are evaluated; of functions and classes none. */
  static List<Node> of(Node node) {
    if (node instanceof Node.Items items) {
      return items.items();
    }
    if (node instanceof Node.Pairs pairs) {
      return of(pairs);
    }
    if (node instanceof Node.Member member) {
      return List.of(member.of());
    }
    if (node instanceof Node.Index index) {
      return List.of(index.of(), index.key());
    }
    if (node instanceof Node.Spread spread) {
      return List.of(spread.of());
    }
    if (node instanceof Node.Decorated decorated) {
      List<Node> all = new ArrayList<>(decorated.decorators());
      all.add(decorated.of());
      return all;
    }
    return parts(node);
  }

  private static List<Node> parts(Node node) {
    if (node instanceof Node.Many many) {
      return many.parts();
    }
    if (node instanceof Node.Sum sum) {
      return sum.parts();
    }
    return node instanceof Node.Sequence sequence ? sequence.parts() : List.of();
  }

  private static List<Node> of(Node.Pairs pairs) {
    List<Node> all = new ArrayList<>();
    for (Node.Pair pair : pairs.pairs()) {
      Node key = pair.key();
      if (key != null) {
        all.add(key);
      }
      all.add(pair.value());
    }
    return all;
  }
}
