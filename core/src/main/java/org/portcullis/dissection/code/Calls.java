package org.portcullis.dissection.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.portcullis.dissection.code.tree.Doubt;
import org.portcullis.dissection.code.tree.Node;

/** What a program calls, and what its calls do with their arguments. */
final class Calls {

  private static final String CALL = "call";
  private static final int MAX_SHOWN = 200;
  private static final int MAX_ARGUMENTS = 20;

  private final Names names;
  private final Values values;
  private final Sinks sinks;
  private final Findings findings;
  private final Walk walk;
  private final Uses uses;

  /**
   * @param walk what visits the rest
   * @param uses what notes the way to what is called
   */
  Calls(Names names, Values values, Sinks sinks, Findings findings, Walk walk, Uses uses) {
    this.names = names;
    this.values = values;
    this.sinks = sinks;
    this.findings = findings;
    this.walk = walk;
    this.uses = uses;
  }

  /** To extend a class is to call it, too: it may do something about it. */
  void extended(Node base, Scope scope) {
    if (values.of(base, scope) instanceof Value.Named named && !names.isHarmless(named.name())) {
      findings.use(CALL, named.name());
      uses.way(base, scope, true);
    } else {
      walk.visit(base, scope);
    }
  }

  /** A decorator: it is called with what stands under it. */
  void decorator(Node decorator, Scope scope) {
    if (decorator instanceof Node.Call) {
      walk.visit(decorator, scope);
    } else {
      call(new Node.Call(decorator, List.of()), scope);
    }
  }

  void call(Node.Call call, Scope scope) {
    Value callee = values.of(call.callee(), scope);
    List<Value> arguments =
        call.arguments().stream().map(each -> values.of(each.value(), scope)).toList();
    String name = callee instanceof Value.Named named ? named.name() : "";
    if (!name.isEmpty() && !name.endsWith(")")) {
      named((Value.Named) callee, call, arguments);
      uses.base(call.callee(), scope);
      late(call.callee(), scope);
      if (!(call.callee() instanceof Node.Name) && !isStep(call.callee())) {
        walk.visit(call.callee(), scope);
      }
    } else if (callee instanceof Value.Own && isDirect(call.callee())) {
      uses.base(call.callee(), scope);
      late(call.callee(), scope);
      if (call.callee() instanceof Node.Function) {
        walk.visit(call.callee(), scope);
      }
    } else {
      unknown(call, arguments, scope);
    }
    call.arguments().forEach(argument -> walk.visit(argument.value(), scope));
  }

  private static boolean isStep(Node node) {
    return node instanceof Node.Member || node instanceof Node.Index;
  }

  /** A call that surely runs what stands in the program. */
  private static boolean isDirect(Node callee) {
    return callee instanceof Node.Name || callee instanceof Node.Function || isStep(callee);
  }

  /** A name that may still stand for what it stands for without the program. */
  private void late(Node callee, Scope scope) {
    if (callee instanceof Node.Name name && uses.isLate(name.name(), scope)) {
      findings.use(CALL, name.name());
    }
  }

  private void named(Value.Named callee, Node.Call call, List<Value> arguments) {
    if (names.isImporter(callee.name())
        && arguments.size() > 0
        && arguments.get(0) instanceof Value.Words module) {
      findings.imported(names.module(module.text()));
      return;
    }
    String indirect = names.calledBy(callee.name());
    if (names.isImporter(callee.name()) || names.isImporter(indirect)) {
      findings.doubt(Doubt.COMPUTED);
    }
    if (indirect.isEmpty()) {
      findings.use(CALL, callee.name(), shown(arguments));
      sinks.apply(callee.name(), callee.from(), call, arguments);
    } else {
      // Which argument becomes which is not told.
      findings.use(CALL, indirect);
      Node any = new Node.Spread(call);
      Node.Call spread = new Node.Call(call, List.of(new Node.Argument("", any)));
      sinks.apply(indirect, Value.UNKNOWN, spread, List.of(Value.UNKNOWN));
    }
  }

  private void unknown(Node.Call call, List<Value> arguments, Scope scope) {
    Node callee = call.callee();
    if (callee instanceof Node.Member member) {
      Value of = values.of(member.of(), scope);
      String owner = Value.builtIn(of).isEmpty() ? Uses.ANYTHING : Value.builtIn(of) + ".";
      String name = owner + member.name();
      findings.use(CALL, name, shown(arguments));
      sinks.apply(name, Value.UNKNOWN, call, arguments);
    } else if (callee instanceof Node.Index) {
      findings.doubt(Doubt.COMPUTED);
    } else if (!(callee instanceof Node.Name name) || !isSuper(name)) {
      findings.doubt(Doubt.VALUE);
    }
    late(callee, scope);
    if (!(callee instanceof Node.Name)) {
      walk.visit(callee, scope);
    }
  }

  /** Bases are told where the class is. */
  private boolean isSuper(Node.Name name) {
    return name.name().equals("super") && names.language() == Language.JAVASCRIPT;
  }

  private static List<Optional<String>> shown(List<Value> arguments) {
    List<Optional<String>> shown = new ArrayList<>();
    for (Value argument : arguments.subList(0, Math.min(MAX_ARGUMENTS, arguments.size()))) {
      shown.add(
          argument instanceof Value.Words words
              ? Optional.of(words.text().substring(0, Math.min(MAX_SHOWN, words.text().length())))
              : Optional.empty());
    }
    return shown;
  }
}
