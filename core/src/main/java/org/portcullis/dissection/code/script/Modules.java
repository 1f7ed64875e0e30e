package org.portcullis.dissection.code.script;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.portcullis.dissection.code.script.Token.Kind;
import org.portcullis.dissection.code.tree.Doubt;
import org.portcullis.dissection.code.tree.Node;
import org.portcullis.dissection.code.tree.Unreadable;

/** Imports and exports in JavaScript (ECMA-262, section 16.2). */
final class Modules {

  private final Pieces pieces;
  private final Expressions expressions;
  private final Statements statements;

  Modules(Pieces pieces, Expressions expressions, Statements statements) {
    this.pieces = pieces;
    this.expressions = expressions;
    this.statements = statements;
  }

  void read(List<Node> into) {
    if (pieces.sees("export")) {
      pieces.next();
      exported(into);
    } else if (pieces.peekSecond().is("(") || pieces.peekSecond().is(".")) {
      into.add(expressions.list());
      pieces.end();
    } else {
      pieces.next();
      imported(into);
    }
  }

  private void imported(List<Node> into) {
    if (pieces.sees(Kind.TEXT)) {
      into.add(new Node.Import(module(), "", ""));
      return;
    }
    Bound names = new Bound();
    if (pieces.seesName()) {
      names.add("default", pieces.name());
      pieces.take(",");
    }
    if (pieces.take("*")) {
      pieces.expect("as");
      names.add("", pieces.name());
    } else if (pieces.take("{")) {
      list(names);
    }
    pieces.expect("from");
    String module = module();
    into.add(new Node.Import(module, "", ""));
    names.each((member, alias) -> into.add(new Node.Import(module, member, alias)));
  }

  /** What is taken, under which names. */
  private static final class Bound {

    private final Map<String, String> members = new LinkedHashMap<>();

    /** A variable stands for one member only. */
    void add(String member, String alias) {
      if (members.put(alias, member) != null) {
        throw new Unreadable(Doubt.SYNTAX);
      }
    }

    void each(BiConsumer<String, String> use) {
      members.forEach((alias, member) -> use.accept(member, alias));
    }
  }

  private void list(Bound names) {
    while (!pieces.take("}")) {
      Token member = pieces.next();
      if (!member.is(Kind.NAME) && !member.is(Kind.ESCAPED) && !member.is(Kind.TEXT)) {
        throw new Unreadable(Doubt.SYNTAX);
      }
      names.add(member.text(), pieces.take("as") ? alias() : member.text());
      if (!pieces.sees("}")) {
        pieces.expect(",");
      }
    }
  }

  private String alias() {
    return pieces.sees(Kind.TEXT) ? pieces.next().text() : pieces.name();
  }

  private String module() {
    if (!pieces.sees(Kind.TEXT)) {
      throw new Unreadable(Doubt.SYNTAX);
    }
    String module = pieces.next().text();
    if (pieces.take("with") || pieces.take("assert")) {
      expressions.assignment();
    }
    pieces.end();
    return module;
  }

  private void exported(List<Node> into) {
    if (pieces.take("default")) {
      into.add(expressions.assignment());
      pieces.take(";");
    } else if (pieces.take("*")) {
      if (pieces.take("as")) {
        alias();
      }
      pieces.expect("from");
      into.add(new Node.Import(module(), "", ""));
    } else if (pieces.take("{")) {
      Bound names = new Bound();
      list(names);
      if (pieces.take("from")) {
        into.add(new Node.Import(module(), "", ""));
        return;
      }
      names.each((member, alias) -> into.add(new Node.Name(member)));
      pieces.end();
    } else {
      statements.statement(into);
    }
  }
}
