package org.portcullis.dissection.code;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.portcullis.dissection.code.tree.Node;

/** Tells values as far as that goes without running the program. Each is told once. */
final class Values {

  private static final int MAX_NAME = 200;

  /** Texts put together from others are not told beyond this. */
  private static final int MAX_JOINED = 256 * 1024;

  private final Names names;
  private final IdentityHashMap<Node, Value> known = new IdentityHashMap<>();
  private final IdentityHashMap<Node.Type, Set<String>> methods = new IdentityHashMap<>();
  private final Map<String, Integer> uses;
  private int depth;
  private int joined;

  /**
   * @param uses how often each variable is named where it takes no value
   */
  Values(Names names, Map<String, Integer> uses) {
    this.names = names;
    this.uses = uses;
  }

  Value of(Node node, Scope scope) {
    Value told = known.get(node);
    if (told != null) {
      return told;
    }
    if (depth >= Declarations.MAX_DEPTH) {
      return Value.UNKNOWN;
    }
    // A value that needs itself is not known.
    known.put(node, Value.UNKNOWN);
    depth++;
    Value made = tell(node, scope);
    depth--;
    known.put(node, made);
    return made;
  }

  private Value tell(Node node, Scope scope) {
    if (node instanceof Node.Text text) {
      return new Value.Words(text.value(), text.type());
    }
    if (node instanceof Node.Data data) {
      return typed(data.type());
    }
    if (node instanceof Node.Name name) {
      return variable(name.name(), scope);
    }
    if (node instanceof Node.Member member) {
      return member(of(member.of(), scope), member.name());
    }
    if (node instanceof Node.Index index) {
      return index(index, scope);
    }
    if (node instanceof Node.Call call) {
      return called(call, scope);
    }
    if (node instanceof Node.Import imported) {
      return imported(imported);
    }
    return composed(node, scope);
  }

  private Value composed(Node node, Scope scope) {
    if (node instanceof Node.Items items) {
      List<Value> told = items.items().stream().map(item -> of(item, scope)).toList();
      return new Value.Listed(told, items.type());
    }
    if (node instanceof Node.Pairs pairs) {
      return table(pairs, scope);
    }
    if (node instanceof Node.Sum sum) {
      return sum(sum, scope);
    }
    if (node instanceof Node.Sequence sequence && !sequence.parts().isEmpty()) {
      return of(sequence.parts().get(sequence.parts().size() - 1), scope);
    }
    if (node instanceof Node.Assign assign && assign.how() != Node.How.CHANGE) {
      return of(assign.value(), scope);
    }
    if (node instanceof Node.Decorated decorated) {
      boolean left = decorated.decorators().stream().allMatch(names::leavesFunction);
      return left ? of(decorated.of(), scope) : Value.UNKNOWN;
    }
    boolean own =
        node instanceof Node.Type
            || (node instanceof Node.Function function && !function.transparent());
    return own ? new Value.Own(node) : Value.UNKNOWN;
  }

  private Value variable(String name, Scope scope) {
    if (name.equals("this") && names.language() == Language.JAVASCRIPT) {
      return instance(scope.type());
    }
    Node.Type self = scope.self(name);
    if (self != null) {
      return new Value.Instance(self);
    }
    Scope.Binding binding = scope.find(name);
    if (names.isMangled(name)) {
      return Value.UNKNOWN;
    }
    if (binding == null) {
      return new Value.Named(name, false, Value.UNKNOWN);
    }
    Node value = binding.value();
    Scope where = binding.where();
    if (value == null || where == null) {
      return Value.UNKNOWN;
    }
    Value told = of(value, where);
    boolean open = told instanceof Value.Listed || told instanceof Value.Table;
    // What is named elsewhere too may be changed there.
    return open && uses.getOrDefault(name, 0) > 1 ? typed(Value.builtIn(told)) : told;
  }

  private static Value typed(String type) {
    return type.isEmpty() ? Value.UNKNOWN : new Value.Typed(type);
  }

  private static Value instance(Node.@Nullable Type type) {
    return type == null ? Value.UNKNOWN : new Value.Instance(type);
  }

  private Value imported(Node.Import imported) {
    Value module = new Value.Named(names.module(imported.module()), false, Value.UNKNOWN);
    return imported.member().isEmpty() ? module : member(module, imported.member());
  }

  /** What a member of a value is; a function that is the program's own for its own methods. */
  Value member(Value of, String name) {
    if (names.isReflective(name)) {
      return Value.UNKNOWN;
    }
    if (of instanceof Value.Named named) {
      if (names.isGlobals(named.name())) {
        return new Value.Named(name, false, Value.UNKNOWN);
      }
      boolean itself = name.equals("default") && names.language() == Language.JAVASCRIPT;
      return itself ? named : named(named.name() + "." + name, named.made(), named.from());
    }
    if (of instanceof Value.Instance instance && hasMethod(instance.type(), name)) {
      return new Value.Own(instance.type());
    }
    if (of instanceof Value.Own own
        && own.node() instanceof Node.Type type
        && hasMethod(type, name)) {
      return of;
    }
    return Value.UNKNOWN;
  }

  private boolean hasMethod(Node.Type type, String name) {
    return methods.computeIfAbsent(type, key -> Members.names(key, names)).contains(name);
  }

  private static Value named(String name, boolean made, Value from) {
    return name.length() > MAX_NAME ? Value.UNKNOWN : new Value.Named(name, made, from);
  }

  private Value index(Node.Index index, Scope scope) {
    boolean member = names.language() == Language.JAVASCRIPT;
    return member && of(index.key(), scope) instanceof Value.Words key
        ? member(of(index.of(), scope), key.text())
        : Value.UNKNOWN;
  }

  private Value called(Node.Call call, Scope scope) {
    Value callee = of(call.callee(), scope);
    List<Node.Argument> arguments = call.arguments();
    Value first = arguments.isEmpty() ? Value.UNKNOWN : of(arguments.get(0).value(), scope);
    if (callee instanceof Value.Own own) {
      boolean made = own.node() instanceof Node.Type && call.callee() instanceof Node.Name;
      return made ? new Value.Instance((Node.Type) own.node()) : Value.UNKNOWN;
    }
    if (!(callee instanceof Value.Named named)) {
      return Value.UNKNOWN;
    }
    if (names.isImporter(named.name())) {
      return first instanceof Value.Words module
          ? new Value.Named(names.module(module.text()), false, Value.UNKNOWN)
          : Value.UNKNOWN;
    }
    if (names.isGetter(named.name())) {
      return arguments.size() > 1 && of(arguments.get(1).value(), scope) instanceof Value.Words key
          ? member(first, key.text())
          : Value.UNKNOWN;
    }
    return named(named.name() + "()", true, first);
  }

  private Value table(Node.Pairs pairs, Scope scope) {
    Map<String, Value> entries = new HashMap<>();
    boolean whole = true;
    for (Node.Pair pair : pairs.pairs()) {
      Node key = pair.key();
      if (key != null && of(key, scope) instanceof Value.Words text) {
        entries.put(text.text(), of(pair.value(), scope));
      } else {
        whole = false;
      }
    }
    // Not a copy that compares all keys of the same hash with each other.
    return new Value.Table(Collections.unmodifiableMap(entries), whole, pairs.type());
  }

  private Value sum(Node.Sum sum, Scope scope) {
    StringBuilder text = new StringBuilder();
    List<String> types = new ArrayList<>();
    for (Node part : sum.parts()) {
      if (!(of(part, scope) instanceof Value.Words words)) {
        return Value.UNKNOWN;
      }
      joined += words.text().length();
      if (joined > MAX_JOINED) {
        return Value.UNKNOWN;
      }
      text.append(words.text());
      types.add(words.type());
    }
    return new Value.Words(text.toString(), types.get(0));
  }
}
