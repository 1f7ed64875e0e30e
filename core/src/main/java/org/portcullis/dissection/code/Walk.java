package org.portcullis.dissection.code;

import java.util.IdentityHashMap;
import java.util.List;
import org.portcullis.dissection.code.tree.Doubt;
import org.portcullis.dissection.code.tree.Node;
import org.portcullis.dissection.code.tree.Unreadable;

/**
 * Walks through a program, in the order in which it runs, and notes everything that it uses by
 * name.
 */
final class Walk {

  private final Names names;
  private final IdentityHashMap<Node, Scope> scopes;
  private final Findings findings;
  private final Uses uses;
  private final Calls calls;
  private int depth;

  /**
   * @param declared the program's variables
   */
  Walk(Names names, Declarations declared, Sinks sinks, Findings findings) {
    this.names = names;
    this.scopes = declared.scopes();
    this.findings = findings;
    Values values = new Values(names, declared.uses());
    this.uses = new Uses(names, values, findings, this);
    this.calls = new Calls(names, values, sinks, findings, this, uses);
  }

  void program(Node.Block program) {
    Scope scope = scopes.getOrDefault(program, Scope.program());
    for (Node part : program.parts()) {
      visit(part, scope);
      uses.settle(part);
    }
  }

  private void within(List<Node> parts, Node owner, Scope outside) {
    Scope scope = scopes.getOrDefault(owner, outside);
    parts.forEach(part -> visit(part, scope));
  }

  /** Goes one deeper, which has an end. */
  void enter() {
    if (++depth > Declarations.MAX_DEPTH) {
      throw new Unreadable(Doubt.LIMIT);
    }
  }

  void leave() {
    depth--;
  }

  void visit(Node node, Scope scope) {
    enter();
    if (node instanceof Node.Name name) {
      uses.name(name, scope);
    } else if (node instanceof Node.Member || node instanceof Node.Index) {
      uses.read(node, scope);
    } else if (node instanceof Node.Call call) {
      calls.call(call, scope);
    } else if (node instanceof Node.Assign assign) {
      if (!uses.taken(assign, scope)) {
        visit(assign.value(), scope);
      }
      target(assign.target(), scope);
    } else if (node instanceof Node.Function function) {
      function(function, scope);
    } else if (node instanceof Node.Type type) {
      type(type, scope);
    } else {
      other(node, scope);
    }
    leave();
  }

  private void other(Node node, Scope scope) {
    if (node instanceof Node.Import imported) {
      imported(imported);
    } else if (node instanceof Node.Block block) {
      within(block.parts(), block, scope);
    } else if (node instanceof Node.Doubtful doubtful) {
      findings.doubt(doubtful.doubt());
    } else if (node instanceof Node.Line line) {
      String text = line.text();
      findings.hand(Sinks.line(text == null ? List.of() : List.of(text)));
    } else if (node instanceof Node.Decorated decorated) {
      decorated.decorators().forEach(decorator -> calls.decorator(decorator, scope));
      visit(decorated.of(), scope);
    } else {
      Children.of(node).forEach(child -> visit(child, scope));
    }
  }

  private void target(Node target, Scope scope) {
    if (target instanceof Node.Name) {
      return;
    }
    if (target instanceof Node.Member || target instanceof Node.Index) {
      uses.write(target, scope);
    } else if (target instanceof Node.Assign defaulted) {
      visit(defaulted.value(), scope);
      target(defaulted.target(), scope);
    } else if (target instanceof Node.Pairs pairs) {
      for (Node.Pair pair : pairs.pairs()) {
        Node key = pair.key();
        if (key instanceof Node.Text text) {
          uses.reflects(text.value());
        } else if (key != null) {
          visit(key, scope);
        }
        target(pair.value(), scope);
      }
    } else if (target instanceof Node.Items || target instanceof Node.Spread) {
      Children.of(target).forEach(item -> target(item, scope));
    } else {
      visit(target, scope);
    }
  }

  private void function(Node.Function function, Scope scope) {
    Scope inner = scopes.getOrDefault(function, scope);
    boolean outside = names.language() == Language.PYTHON;
    for (Node parameter : function.parameters()) {
      target(parameter, outside ? scope : inner);
    }
    function.body().forEach(part -> visit(part, inner));
  }

  private void type(Node.Type type, Scope scope) {
    type.bases().forEach(base -> calls.extended(base, scope));
    within(type.body(), type, scope);
  }

  private void imported(Node.Import imported) {
    findings.imported(names.module(imported.module()));
    if (imported.member().equals("*")) {
      findings.doubt(Doubt.STAR);
    }
    uses.reflects(imported.member());
  }
}
