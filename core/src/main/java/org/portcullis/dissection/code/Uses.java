package org.portcullis.dissection.code;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.portcullis.dissection.code.tree.Doubt;
import org.portcullis.dissection.code.tree.Node;

/** What a program reads and writes by name: variables that are not its own, and members. */
final class Uses {

  /** In front of a member of something that is not known. */
  static final String ANYTHING = "*.";

  private static final String READ = "read";
  private static final String WRITE = "write";

  private final Names names;
  private final Values values;
  private final Findings findings;
  private final Walk walk;

  /** Variables of the program that surely have their values. */
  private final Set<String> settled = new HashSet<>();

  /**
   * @param walk what visits the rest
   */
  Uses(Names names, Values values, Findings findings, Walk walk) {
    this.names = names;
    this.values = values;
    this.findings = findings;
    this.walk = walk;
  }

  /** Behind this statement of the program itself, what it assigns is there. */
  void settle(Node statement) {
    if (statement instanceof Node.Assign assign
        && assign.target() instanceof Node.Name name
        && assign.how() != Node.How.CHANGE
        && assign.value() != Node.UNKNOWN) {
      settled.add(name.name());
    }
  }

  void read(Node member, Scope scope) {
    member(member, scope, READ);
  }

  void write(Node member, Scope scope) {
    member(member, scope, WRITE);
  }

  /** Whether a name may still stand for what it stands for without the program. */
  boolean isLate(String name, Scope scope) {
    Scope.Binding binding = scope.find(name);
    return binding != null && binding.isLate() && (names.isGlobal(name) || !settled.contains(name));
  }

  void name(Node.Name name, Scope scope) {
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

  void reflects(String member) {
    if (names.isReflective(member)) {
      findings.doubt(Doubt.REFLECTION);
    }
  }

  /** What stands before a member: a name that is told with it, or something to visit. */
  void base(Node node, Scope scope) {
    if (node instanceof Node.Index index) {
      walk.visit(index.key(), scope);
      way(index.of(), scope, values.of(index.of(), scope) instanceof Value.Named);
    } else if (node instanceof Node.Member member) {
      way(member.of(), scope, values.of(member, scope) instanceof Value.Named);
    }
  }

  void way(Node of, Scope scope, boolean isTold) {
    boolean step = of instanceof Node.Member || of instanceof Node.Index;
    if (!isTold) {
      walk.visit(of, scope);
    } else if (step) {
      walk.enter();
      if (of instanceof Node.Member member) {
        reflects(member.name());
      }
      base(of, scope);
      walk.leave();
    } else if (!(of instanceof Node.Name)) {
      walk.visit(of, scope);
    }
  }

  /** Whether a pattern takes members that are told, and nothing else, out of a value. */
  boolean taken(Node.Assign assign, Scope scope) {
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
}
