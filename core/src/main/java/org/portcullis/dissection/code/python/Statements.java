package org.portcullis.dissection.code.python;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.portcullis.dissection.code.python.Token.Kind;
import org.portcullis.dissection.code.tree.Doubt;
import org.portcullis.dissection.code.tree.Node;
import org.portcullis.dissection.code.tree.Unreadable;

/** Statements in Python (The Python Language Reference, chapters 7 and 8). */
final class Statements {

  private static final Set<String> CHANGES =
      Set.of("+=", "-=", "*=", "/=", "//=", "%=", "@=", "&=", "|=", "^=", ">>=", "<<=", "**=");

  private static final int MAX_TARGETS = 20;

  private final Pieces pieces;
  private final Expressions expressions;
  private final Compounds compounds;

  Statements(Pieces pieces) {
    this.pieces = pieces;
    this.expressions = new Expressions(pieces);
    this.compounds = new Compounds(pieces, expressions, this);
  }

  /** What stands behind a colon, on the same line or deeper. */
  List<Node> suite() {
    pieces.expect(":");
    List<Node> body = new ArrayList<>();
    if (!pieces.take(Kind.LINE)) {
      simple(body);
      return body;
    }
    while (pieces.take(Kind.LINE)) {
      // An empty line.
    }
    pieces.expect(Kind.INDENT);
    pieces.enter();
    while (!pieces.take(Kind.DEDENT)) {
      statement(body);
    }
    pieces.leave();
    return body;
  }

  void statement(List<Node> into) {
    if (pieces.take(Kind.LINE)) {
      return;
    }
    if (pieces.sees(Kind.SHELL)) {
      into.add(line());
    } else if (pieces.take(Kind.MAGIC)) {
      into.add(new Node.Doubtful(Doubt.DIALECT));
    } else if (!compounds.read(into)) {
      simple(into);
    }
  }

  /** A line that IPython hands to a shell, with variables put in. */
  private Node line() {
    String text = pieces.next().text();
    String bare = text.startsWith("!") ? text.substring(1) : text;
    boolean known = bare.indexOf('{') < 0 && bare.indexOf('$') < 0;
    return new Node.Line(known ? bare : null);
  }

  private void simple(List<Node> into) {
    do {
      if (pieces.sees(Kind.LINE)) {
        break;
      }
      small(into);
    } while (pieces.take(";"));
    pieces.expect(Kind.LINE);
  }

  private void small(List<Node> into) {
    switch (pieces.sees(Kind.NAME) ? pieces.peek().text() : "") {
      case "pass", "break", "continue" -> pieces.next();
      case "import" -> Imports.modules(pieces, into);
      case "from" -> Imports.members(pieces, into);
      case "global" -> into.add(outer(true));
      case "nonlocal" -> into.add(outer(false));
      case "return", "raise", "assert" -> {
        pieces.next();
        values(into);
      }
      case "del" -> {
        pieces.next();
        // The name is free for another meaning.
        into.add(new Node.Assign(expressions.list(), Node.UNKNOWN, Node.How.CHANGE));
      }
      case "type" -> alias(into);
      default -> expression(into);
    }
  }

  private Node outer(boolean outermost) {
    pieces.next();
    List<String> names = new ArrayList<>();
    do {
      names.add(pieces.name());
    } while (pieces.take(","));
    return new Node.Outer(List.copyOf(names), outermost);
  }

  private void values(List<Node> into) {
    if (pieces.sees(Kind.LINE) || pieces.sees(";")) {
      return;
    }
    do {
      into.add(expressions.list());
    } while (pieces.take(",") || pieces.take("from"));
  }

  private void alias(List<Node> into) {
    boolean named = pieces.peek(1).is(Kind.NAME);
    if (!named || Expressions.KEYWORDS.contains(pieces.peek(1).text())) {
      expression(into);
      return;
    }
    pieces.next();
    Node name = new Node.Name(pieces.name());
    if (pieces.take("[")) {
      throw new Unreadable(Doubt.SYNTAX);
    }
    pieces.expect("=");
    into.add(new Node.Assign(name, new Node.Many(List.of(expressions.list())), Node.How.PLAIN));
  }

  private void expression(List<Node> into) {
    Node first = expressions.list();
    if (pieces.take(":")) {
      into.add(new Node.Many(List.of(expressions.expression(true))));
      boolean bound = pieces.take("=");
      into.add(
          bound
              ? new Node.Assign(first, expressions.list(), Node.How.PLAIN)
              : new Node.Assign(first, Node.UNKNOWN, Node.How.CHANGE));
    } else if (CHANGES.contains(pieces.peek().text()) && pieces.sees(Kind.SIGN)) {
      pieces.next();
      into.add(new Node.Assign(first, expressions.list(), Node.How.CHANGE));
    } else if (pieces.sees("=")) {
      assignment(first, into);
    } else {
      into.add(first);
    }
  }

  /** Several targets take one value, which is the last. */
  private void assignment(Node first, List<Node> into) {
    List<Node> targets = new ArrayList<>();
    Node value = first;
    while (pieces.take("=")) {
      // The value is read once for each.
      if (targets.size() == MAX_TARGETS) {
        throw new Unreadable(Doubt.LIMIT);
      }
      targets.add(value);
      if (pieces.sees(Kind.SHELL)) {
        into.add(line());
        value = Node.UNKNOWN;
      } else {
        value = expressions.list();
      }
    }
    Node last = value;
    targets.forEach(target -> into.add(new Node.Assign(target, last, Node.How.PLAIN)));
  }
}
