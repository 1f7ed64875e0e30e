package org.portcullis.dissection.code;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.portcullis.dissection.code.tree.Doubt;
import org.portcullis.dissection.code.tree.Node;
import org.portcullis.dissection.code.tree.Node.How;
import org.portcullis.dissection.code.tree.Unreadable;

/**
 * Finds every variable of a program and what it is bound to, before anything is told from names. A
 * variable that is bound more than once is bound to nothing that is known.
 */
final class Declarations {

  /** Deeper trees are not walked. */
  static final int MAX_DEPTH = 500;

  private final Language language;
  private final Names names;
  private final IdentityHashMap<Node, Scope> scopes = new IdentityHashMap<>();
  private final Deque<Plain> plain = new ArrayDeque<>();
  private final Map<String, Integer> uses = new HashMap<>();
  private int depth;

  /** An assignment whose variable may be declared further behind. */
  private record Plain(String name, Node value, Scope scope) {}

  private Declarations(Language language, Names names) {
    this.language = language;
    this.names = names;
  }

  /** Those of a program. */
  static Declarations of(Node.Block program, Language language, Names names) {
    Declarations declarations = new Declarations(language, names);
    Scope scope = Scope.program();
    declarations.scopes.put(program, scope);
    program.parts().forEach(node -> declarations.walk(node, scope));
    declarations.plain.forEach(declarations::assignPlain);
    return declarations;
  }

  /** The scopes of the program's functions, classes and blocks, and of itself. */
  IdentityHashMap<Node, Scope> scopes() {
    return scopes;
  }

  /** How often each variable is named where it takes no value. */
  Map<String, Integer> uses() {
    return uses;
  }

  private void walk(Node node, Scope scope) {
    if (++depth > MAX_DEPTH) {
      throw new Unreadable(Doubt.LIMIT);
    }
    if (node instanceof Node.Name name) {
      uses.merge(name.name(), 1, Integer::sum);
    } else if (node instanceof Node.Assign assign) {
      walk(assign.value(), scope);
      assign(assign, scope);
    } else if (node instanceof Node.Function function) {
      function(function, scope, null);
    } else if (node instanceof Node.Type type) {
      type(type, scope);
    } else if (node instanceof Node.Import imported) {
      imported(imported, scope);
    } else if (node instanceof Node.Block block) {
      Scope inner = scope.inner(Scope.Of.BLOCK, null);
      scopes.put(block, inner);
      block.parts().forEach(part -> walk(part, inner));
    } else if (node instanceof Node.Outer outer) {
      outer.names().forEach(name -> scope.declareOuter(name, outer.outermost()));
    } else if (node instanceof Node.Call call) {
      call(call, scope);
    } else {
      Children.of(node).forEach(child -> walk(child, scope));
    }
    depth--;
  }

  private void imported(Node.Import imported, Scope scope) {
    if (!imported.alias().isEmpty()) {
      bind(imported.alias(), imported, scope, How.BLOCK);
    }
  }

  /** What makes a promise hands in functions that do nothing but end it. */
  private void call(Node.Call call, Scope scope) {
    walk(call.callee(), scope);
    boolean promise = call.callee() instanceof Node.Name name && name.name().equals("Promise");
    for (Node.Argument argument : call.arguments()) {
      if (promise
          && language == Language.JAVASCRIPT
          && argument.value() instanceof Node.Function function) {
        function(function, scope, function);
      } else {
        walk(argument.value(), scope);
      }
    }
  }

  private void assign(Node.Assign assign, Scope scope) {
    boolean known = assign.how() != How.CHANGE;
    target(assign.target(), known ? assign.value() : Node.UNKNOWN, scope, assign.how());
  }

  /** Binds what a target names; what it only reaches through members is walked. */
  private void target(Node target, Node value, Scope scope, How how) {
    if (target instanceof Node.Name name) {
      bind(name.name(), value, scope, how);
    } else if (target instanceof Node.Assign defaulted) {
      walk(defaulted.value(), scope);
      target(defaulted.target(), Node.UNKNOWN, scope, how);
    } else if (target instanceof Node.Pairs pairs) {
      for (Node.Pair pair : pairs.pairs()) {
        target(pair.value(), Taken.member(value, pair.key()), scope, how);
      }
    } else if (target instanceof Node.Items items) {
      for (int i = 0; i < items.items().size(); i++) {
        target(items.items().get(i), Taken.element(value, i), scope, how);
      }
    } else if (target instanceof Node.Spread spread) {
      target(spread.of(), Node.UNKNOWN, scope, how);
    } else {
      walk(target, scope);
    }
  }

  private void bind(String name, Node value, Scope scope, How how) {
    if (language == Language.PYTHON) {
      bindPython(name, value, scope, how);
      return;
    }
    switch (how) {
      case PLAIN, CHANGE -> plain.add(new Plain(name, value, scope));
      case FUNCTION -> {
        Scope function = scope.function();
        function.bind(name, value, scope, function.of() == Scope.Of.PROGRAM);
      }
      case DECLARED -> {
        scope.bind(name, value, scope, false);
        Scope function = scope.function();
        if (function != scope) {
          function.bind(name, Node.UNKNOWN, scope, function.of() == Scope.Of.PROGRAM);
        }
      }
      case BLOCK -> scope.bind(name, value, scope, false);
    }
  }

  private void bindPython(String name, Node value, Scope scope, How how) {
    boolean own = how == How.BLOCK && !(value instanceof Node.Import);
    Scope function = own ? scope : scope.function();
    if (function.isOutermost(name)) {
      Scope program = scope.outermostScope();
      program.bind(name, Node.UNKNOWN, scope, names.isGlobal(name));
    } else if (function.isOuter(name)) {
      plain.add(new Plain(name, Node.UNKNOWN, scope));
    } else {
      boolean open = function.of() == Scope.Of.PROGRAM || function.of() == Scope.Of.TYPE;
      function.bind(name, value, scope, open && names.isGlobal(name));
    }
  }

  private void assignPlain(Plain each) {
    Scope from = language == Language.PYTHON ? each.scope().function().parent() : each.scope();
    for (Scope scope = from; scope != null; scope = scope.parent()) {
      if (scope.own(each.name()) != null && scope.of() != Scope.Of.TYPE) {
        scope.bind(each.name(), each.value(), each.scope(), false);
        return;
      }
    }
    each.scope().outermostScope().bind(each.name(), each.value(), each.scope(), true);
  }

  /**
   * @param given what the parameters are bound to; null when that is not known
   */
  private void function(Node.Function function, Scope scope, @Nullable Node given) {
    Scope inner = scope.inner(function.transparent() ? Scope.Of.BLOCK : Scope.Of.FUNCTION, null);
    scopes.put(function, inner);
    if (!function.name().isEmpty()) {
      inner.bind(function.name(), function, inner, false);
    }
    for (Node parameter : function.parameters()) {
      parameter(parameter, inner, scope, given == null ? Node.UNKNOWN : given);
    }
    function.body().forEach(node -> walk(node, inner));
  }

  private void parameter(Node parameter, Scope inner, Scope outside, Node given) {
    if (parameter instanceof Node.Many annotation) {
      walk(annotation, outside);
    } else if (parameter instanceof Node.Assign defaulted && language == Language.PYTHON) {
      walk(defaulted.value(), outside);
      target(defaulted.target(), Node.UNKNOWN, inner, How.BLOCK);
    } else {
      target(parameter, given, inner, How.BLOCK);
    }
  }

  private void type(Node.Type type, Scope scope) {
    type.bases().forEach(base -> walk(base, scope));
    Scope.Of of = language == Language.PYTHON ? Scope.Of.TYPE : Scope.Of.BLOCK;
    Scope inner = scope.inner(of, type);
    scopes.put(type, inner);
    if (!type.name().isEmpty()) {
      inner.bind(type.name(), type, inner, false);
    }
    for (Node member : type.body()) {
      walk(member, inner);
    }
    List<Node.Function> methods = language == Language.PYTHON ? Members.methods(type) : List.of();
    methods.forEach(method -> self(method, type));
  }

  /** The first parameter of a method is the object. */
  private void self(Node.Function method, Node.Type type) {
    Scope inner = scopes.get(method);
    if (inner != null
        && !method.parameters().isEmpty()
        && method.parameters().get(0) instanceof Node.Name name) {
      inner.declareSelf(name.name(), type);
    }
  }
}
