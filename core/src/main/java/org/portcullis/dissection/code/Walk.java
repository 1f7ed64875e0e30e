package org.portcullis.dissection.code;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Walks through a program and notes everything that it uses by name. */
final class Walk {

  private static final String IMPORT = "import";
  private static final String CALL = "call";
  private static final String READ = "read";
  private static final String WRITE = "write";
  private static final String ANYTHING = "*.";
  private static final int MAX_SHOWN = 200;
  private static final int MAX_ARGUMENTS = 20;

  private final Names names;
  private final Values values;
  private final IdentityHashMap<Node, Scope> scopes;
  private final Sinks sinks;
  private final Findings findings;

  /** Variables of the program that surely have their values. */
  private final Set<String> settled = new HashSet<>();

  private int depth;

  /**
   * @param declared the program's variables
   */
  Walk(Names names, Declarations declared, Sinks sinks, Findings findings) {
    this.names = names;
    this.values = new Values(names, declared.uses());
    this.scopes = declared.scopes();
    this.sinks = sinks;
    this.findings = findings;
  }

  void program(Node.Block program) {
    Scope scope = scopes.getOrDefault(program, Scope.program());
    for (Node part : program.parts()) {
      visit(part, scope);
      if (part instanceof Node.Assign assign
          && assign.target() instanceof Node.Name name
          && assign.how() != Node.How.CHANGE
          && assign.value() != Node.UNKNOWN) {
        settled.add(name.name());
      }
    }
  }

  /** Whether a name may still stand for what it stands for without the program. */
  private boolean isLate(String name, Scope scope) {
    Scope.Binding binding = scope.find(name);
    return binding != null && binding.isLate() && (names.isGlobal(name) || !settled.contains(name));
  }

  private void within(List<Node> parts, Node owner, Scope outside) {
    Scope scope = scopes.getOrDefault(owner, outside);
    parts.forEach(part -> visit(part, scope));
  }

  private void visit(Node node, Scope scope) {
    if (++depth > Declarations.MAX_DEPTH) {
      throw new Unreadable(Doubt.LIMIT);
    }
    if (node instanceof Node.Name name) {
      name(name, scope);
    } else if (node instanceof Node.Member || node instanceof Node.Index) {
      member(node, scope, READ);
    } else if (node instanceof Node.Call call) {
      call(call, scope);
    } else if (node instanceof Node.Assign assign) {
      if (!taken(assign, scope)) {
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
    depth--;
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
      decorated.decorators().forEach(decorator -> used(decorator, scope));
      visit(decorated.of(), scope);
    } else {
      Children.of(node).forEach(child -> visit(child, scope));
    }
  }

  private void name(Node.Name name, Scope scope) {
    if (names.isMangled(name.name())) {
      findings.doubt(Doubt.NAME);
    }
    Scope.Binding binding = scope.find(name.name());
    if (binding == null && values.of(name, scope) instanceof Value.Named) {
      use(READ, name.name());
    } else if (isLate(name.name(), scope)) {
      use(READ, name.name());
      told(READ, values.of(name, scope));
    } else {
      told(READ, values.of(name, scope));
    }
  }

  /** What a value that is known by name is used for; what came out of a call was told there. */
  private void told(String verb, Value value) {
    if (value instanceof Value.Named named && (!named.made() || verb.equals(WRITE))) {
      use(verb, named.name());
    }
  }

  private void use(String verb, String name) {
    if (!verb.equals(READ) || !names.isHarmless(name)) {
      findings.use(verb, name);
    }
  }

  /** A member that is read or written; the way to it is no use of its own. */
  private void member(Node node, Scope scope, String verb) {
    Value value = values.of(node, scope);
    if (value instanceof Value.Named) {
      told(verb, value);
    } else {
      unknownMember(node, scope, verb);
    }
    base(node, scope);
  }

  private void unknownMember(Node node, Scope scope, String verb) {
    if (node instanceof Node.Member member) {
      reflects(member.name());
      if (verb.equals(WRITE) && !isOwnObject(member.of(), scope)) {
        findings.use(WRITE, ANYTHING + member.name());
      }
    } else if (node instanceof Node.Index index) {
      Value of = values.of(index.of(), scope);
      if (values.of(index.key(), scope) instanceof Value.Words key) {
        reflects(key.text());
      } else if (of instanceof Value.Named named && names.isGlobals(named.name())) {
        findings.doubt(Doubt.COMPUTED);
      }
      told(verb, of);
    }
  }

  private boolean isOwnObject(Node of, Scope scope) {
    return values.of(of, scope) instanceof Value.Instance instance
        && instance.type().bases().isEmpty();
  }

  private void reflects(String member) {
    if (names.isReflective(member)) {
      findings.doubt(Doubt.REFLECTION);
    }
  }

  /** What stands before a member: a name that is told with it, or something to visit. */
  private void base(Node node, Scope scope) {
    if (node instanceof Node.Index index) {
      visit(index.key(), scope);
      way(index.of(), scope, values.of(index.of(), scope) instanceof Value.Named);
    } else if (node instanceof Node.Member member) {
      way(member.of(), scope, values.of(member, scope) instanceof Value.Named);
    }
  }

  private void way(Node of, Scope scope, boolean isTold) {
    boolean step = of instanceof Node.Member || of instanceof Node.Index;
    if (!isTold) {
      visit(of, scope);
    } else if (step) {
      depth++;
      if (depth > Declarations.MAX_DEPTH) {
        throw new Unreadable(Doubt.LIMIT);
      }
      if (of instanceof Node.Member member) {
        reflects(member.name());
      }
      base(of, scope);
      depth--;
    } else if (!(of instanceof Node.Name)) {
      visit(of, scope);
    }
  }

  /** Whether a pattern takes members that are told, and nothing else, out of a value. */
  private boolean taken(Node.Assign assign, Scope scope) {
    boolean named = assign.value() instanceof Node.Name || assign.value() instanceof Node.Member;
    if (!named || !(assign.target() instanceof Node.Pairs pairs)) {
      return false;
    }
    Value of = values.of(assign.value(), scope);
    List<Value> members = new ArrayList<>();
    for (Node.Pair pair : pairs.pairs()) {
      if (pair.key() instanceof Node.Text key) {
        members.add(values.member(of, key.value()));
      }
    }
    boolean all = members.size() == pairs.pairs().size() && !members.isEmpty();
    if (!all || !members.stream().allMatch(Value.Named.class::isInstance)) {
      return false;
    }
    members.forEach(member -> told(READ, member));
    way(assign.value(), scope, true);
    return true;
  }

  private void target(Node target, Scope scope) {
    if (target instanceof Node.Name) {
      return;
    }
    if (target instanceof Node.Member || target instanceof Node.Index) {
      member(target, scope, WRITE);
    } else if (target instanceof Node.Assign defaulted) {
      visit(defaulted.value(), scope);
      target(defaulted.target(), scope);
    } else if (target instanceof Node.Pairs pairs) {
      for (Node.Pair pair : pairs.pairs()) {
        Node key = pair.key();
        if (key instanceof Node.Text text) {
          reflects(text.value());
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

  /** To extend a class is to call it, too: it may do something about it. */
  private void type(Node.Type type, Scope scope) {
    for (Node base : type.bases()) {
      if (values.of(base, scope) instanceof Value.Named named && !names.isHarmless(named.name())) {
        findings.use(CALL, named.name());
        way(base, scope, true);
      } else {
        visit(base, scope);
      }
    }
    within(type.body(), type, scope);
  }

  private void imported(Node.Import imported) {
    String module = names.module(imported.module());
    findings.use(IMPORT, module.isEmpty() ? "." : module);
    if (imported.member().equals("*")) {
      findings.doubt(Doubt.STAR);
    }
    reflects(imported.member());
  }

  /** A decorator: it is called with what stands under it. */
  private void used(Node decorator, Scope scope) {
    if (decorator instanceof Node.Call) {
      visit(decorator, scope);
    } else {
      call(new Node.Call(decorator, List.of()), scope);
    }
  }

  private void call(Node.Call call, Scope scope) {
    Value callee = values.of(call.callee(), scope);
    List<Value> arguments =
        call.arguments().stream().map(each -> values.of(each.value(), scope)).toList();
    String name = callee instanceof Value.Named named ? named.name() : "";
    if (!name.isEmpty() && !name.endsWith(")")) {
      named((Value.Named) callee, call, arguments);
      base(call.callee(), scope);
      late(call.callee(), scope);
      if (!(call.callee() instanceof Node.Name) && !isStep(call.callee())) {
        visit(call.callee(), scope);
      }
    } else if (callee instanceof Value.Own && isDirect(call.callee())) {
      base(call.callee(), scope);
      late(call.callee(), scope);
      if (call.callee() instanceof Node.Function) {
        visit(call.callee(), scope);
      }
    } else {
      unknown(call, arguments, scope);
    }
    call.arguments().forEach(argument -> visit(argument.value(), scope));
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
    if (callee instanceof Node.Name name && isLate(name.name(), scope)) {
      findings.use(CALL, name.name());
    }
  }

  private void named(Value.Named callee, Node.Call call, List<Value> arguments) {
    if (names.isImporter(callee.name())
        && arguments.size() > 0
        && arguments.get(0) instanceof Value.Words module) {
      String spelled = names.module(module.text());
      findings.use(IMPORT, spelled.isEmpty() ? "." : spelled);
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
      String owner = Value.builtIn(of).isEmpty() ? ANYTHING : Value.builtIn(of) + ".";
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
      visit(callee, scope);
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
