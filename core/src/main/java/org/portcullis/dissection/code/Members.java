package org.portcullis.dissection.code;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.portcullis.dissection.code.tree.Node;

/** Functions in classes. */
final class Members {

  private Members() {}

  /** Those of a class in Python, decorated or not. */
  static List<Node.Function> methods(Node.Type type) {
    List<Node.Function> methods = new ArrayList<>();
    for (Node node : type.body()) {
      if (node instanceof Node.Assign assign) {
        Node value = assign.value() instanceof Node.Decorated d ? d.of() : assign.value();
        if (value instanceof Node.Function function) {
          methods.add(function);
        }
      }
    }
    return methods;
  }

  /** The names under which a class has a function, as long as each has one meaning. */
  static Set<String> names(Node.Type type, Names names) {
    Set<String> once = new HashSet<>();
    Set<String> again = new HashSet<>();
    for (Node node : type.body()) {
      if (node instanceof Node.Assign assign && assign.target() instanceof Node.Name name) {
        add(name.name(), isOwn(assign.value(), names), once, again);
      } else if (node instanceof Node.Pairs pairs) {
        for (Node.Pair pair : pairs.pairs()) {
          if (pair.key() instanceof Node.Text key) {
            add(key.value(), pair.value() instanceof Node.Function, once, again);
          }
        }
      }
    }
    once.removeAll(again);
    return once;
  }

  private static void add(String name, boolean own, Set<String> once, Set<String> again) {
    if (!once.add(name) || !own) {
      again.add(name);
    }
  }

  private static boolean isOwn(Node value, Names names) {
    if (value instanceof Node.Decorated decorated) {
      return decorated.of() instanceof Node.Function
          && decorated.decorators().stream().allMatch(names::leavesFunction);
    }
    return value instanceof Node.Function;
  }
}
