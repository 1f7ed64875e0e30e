package org.portcullis.dissection.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.portcullis.dissection.code.tree.Node;

/**
 * What a call is given.
 *
 * @param from what the object of a method was made from
 * @param arguments as they stand
 * @param values what they are, in the same order
 */
record Given(Value from, List<Node.Argument> arguments, List<Value> values) {

  private static final String SHELL = "shell";
  private static final String METHOD = "method";

  /** The argument for a parameter; null when there is surely none. */
  @Nullable Value value(String parameter) {
    if (parameter.equals("receiver")) {
      return from;
    }
    if (parameter.equals("last")) {
      return values.isEmpty() ? null : values.get(values.size() - 1);
    }
    String[] ways = parameter.split(",", -1);
    int place = Integer.parseInt(ways[0]);
    for (int i = 0; i < arguments.size(); i++) {
      Node.Argument argument = arguments.get(i);
      if (argument.value() instanceof Node.Spread) {
        // Anything may come out of it.
        return Value.UNKNOWN;
      }
      boolean named = ways.length > 1 && argument.keyword().equals(ways[1]);
      if (named || (argument.keyword().isEmpty() && i == place)) {
        return values.get(i);
      }
    }
    return null;
  }

  /** The arguments from a parameter on. */
  List<Value> from(String parameter) {
    List<Value> rest = new ArrayList<>();
    for (int i = Integer.parseInt(parameter); i < values.size(); i++) {
      if (arguments.get(i).keyword().isEmpty()) {
        rest.add(values.get(i));
      }
    }
    return rest;
  }

  /** What stands behind a parameter. */
  @Nullable Value after(String parameter) {
    return value(Integer.toString(Integer.parseInt(parameter.split(",", -1)[0]) + 1));
  }

  /** Whether nothing is given but what stands there. */
  boolean isWhole() {
    return arguments.stream().noneMatch(argument -> argument.value() instanceof Node.Spread);
  }

  /** Whether an option may say that a shell runs it. */
  boolean mayUseShell() {
    boolean keyword = arguments.stream().anyMatch(each -> each.keyword().equals(SHELL));
    return keyword
        || !isWhole()
        || values.stream()
            .anyMatch(
                value ->
                    value instanceof Value.Table table
                        && (!table.whole() || table.entries().containsKey(SHELL)));
  }

  /** The method of a request, by the options behind its address; empty when it is not told. */
  String method() {
    Value options = value("1");
    if (options == null || options instanceof Value.Own) {
      return "GET";
    }
    if (!(options instanceof Value.Table table) || !table.whole()) {
      return "";
    }
    Map<String, Value> entries = table.entries();
    if (!entries.containsKey(METHOD)) {
      return "GET";
    }
    return entries.get(METHOD) instanceof Value.Words words ? words.text() : "";
  }
}
