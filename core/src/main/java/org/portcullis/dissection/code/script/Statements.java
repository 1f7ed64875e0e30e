package org.portcullis.dissection.code.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.portcullis.dissection.code.script.Token.Kind;
import org.portcullis.dissection.code.tree.Doubt;
import org.portcullis.dissection.code.tree.Node;
import org.portcullis.dissection.code.tree.Node.How;

/** Statements in JavaScript (ECMA-262, chapter 14). */
final class Statements {

  private static final Set<String> BEFORE_LET = Set.of("[", "{");

  private final Pieces pieces;
  private final Expressions expressions;

  Statements(Pieces pieces, Expressions expressions) {
    this.pieces = pieces;
    this.expressions = expressions;
  }

  void statement(List<Node> into) {
    pieces.enter();
    if (pieces.take("{")) {
      into.add(new Node.Block(rest()));
    } else if (!pieces.take(";")) {
      worded(pieces.sees(Kind.NAME) ? pieces.peek().text() : "", into);
    }
    pieces.leave();
  }

  private List<Node> rest() {
    List<Node> parts = new ArrayList<>();
    while (!pieces.take("}")) {
      statement(parts);
    }
    return List.copyOf(parts);
  }

  private void worded(String word, List<Node> into) {
    switch (word) {
      case "var", "const" -> variables(into);
      case "let" -> let(into);
      case "function" -> function(into);
      case "class" -> {
        Node.Type type = expressions.type();
        into.add(new Node.Assign(new Node.Name(type.name()), type, How.BLOCK));
      }
      case "import", "export" -> new Modules(pieces, expressions, this).read(into);
      case "async" -> async(into);
      default -> control(word, into);
    }
  }

  private void async(List<Node> into) {
    if (pieces.peekSecond().is("function") && !pieces.peekSecond().fresh()) {
      pieces.next();
      function(into);
    } else {
      labelled(into);
    }
  }

  private void control(String word, List<Node> into) {
    switch (word) {
      case "if", "while", "with" -> condition(word, into);
      case "for" -> into.add(new Node.Block(new Loops(pieces, expressions, this).read()));
      case "do" -> repeat(into);
      case "else", "finally", "try" -> {
        pieces.next();
        statement(into);
      }
      case "catch" -> into.add(handler());
      case "switch" -> into.add(choice());
      case "return", "throw" -> result(into);
      case "break", "continue", "debugger" -> {
        pieces.next();
        if (pieces.seesName() && !pieces.peek().fresh()) {
          pieces.next();
        }
        pieces.end();
      }
      default -> labelled(into);
    }
  }

  private void function(List<Node> into) {
    Node.Function function = expressions.functions().function();
    // Without a name, it is what some tools take as a whole.
    into.add(
        function.name().isEmpty()
            ? function
            : new Node.Assign(new Node.Name(function.name()), function, How.DECLARED));
  }

  private void labelled(List<Node> into) {
    if (pieces.seesName() && pieces.peekSecond().is(":")) {
      pieces.next();
      pieces.next();
      statement(into);
    } else {
      into.add(expressions.list());
      pieces.end();
    }
  }

  private void let(List<Node> into) {
    Token second = pieces.peekSecond();
    boolean name =
        (second.is(Kind.NAME) || second.is(Kind.ESCAPED))
            && !second.is("in")
            && !second.is("instanceof");
    if (name || BEFORE_LET.contains(second.text())) {
      variables(into);
    } else {
      labelled(into);
    }
  }

  void variables(List<Node> into) {
    How how = pieces.next().text().equals("var") ? How.FUNCTION : How.BLOCK;
    do {
      into.add(declared(expressions.assignment(), how));
    } while (pieces.take(","));
    pieces.end();
  }

  /** A declaration, which reads like an assignment. */
  static Node declared(Node read, How how) {
    return read instanceof Node.Assign assign
        ? new Node.Assign(assign.target(), assign.value(), how)
        : new Node.Assign(read, Node.UNKNOWN, how);
  }

  private void condition(String word, List<Node> into) {
    pieces.next();
    pieces.expect("(");
    into.add(expressions.list());
    pieces.expect(")");
    if (word.equals("with")) {
      // Names in it may be members of something else.
      into.add(new Node.Doubtful(Doubt.COMPUTED));
    }
    branch(into);
    if (word.equals("if") && pieces.take("else")) {
      otherwise(into);
    }
  }

  /** What may not run. */
  private void branch(List<Node> into) {
    List<Node> parts = new ArrayList<>();
    statement(parts);
    into.add(new Node.Block(List.copyOf(parts)));
  }

  /** A chain of conditions is no deeper than one. */
  private void otherwise(List<Node> into) {
    while (pieces.take("if")) {
      pieces.expect("(");
      into.add(expressions.list());
      pieces.expect(")");
      branch(into);
      if (!pieces.take("else")) {
        return;
      }
    }
    branch(into);
  }

  private void repeat(List<Node> into) {
    pieces.next();
    statement(into);
    pieces.expect("while");
    pieces.expect("(");
    into.add(expressions.list());
    pieces.expect(")");
    pieces.take(";");
  }

  private Node handler() {
    pieces.next();
    List<Node> parts = new ArrayList<>();
    if (pieces.take("(")) {
      parts.add(new Node.Assign(expressions.assignment(), Node.UNKNOWN, How.BLOCK));
      pieces.expect(")");
    }
    statement(parts);
    return new Node.Block(List.copyOf(parts));
  }

  private Node choice() {
    pieces.next();
    pieces.expect("(");
    List<Node> parts = new ArrayList<>(List.of(expressions.list()));
    pieces.expect(")");
    pieces.expect("{");
    while (!pieces.take("}")) {
      if (pieces.take("case")) {
        parts.add(expressions.list());
        pieces.expect(":");
      } else if (pieces.take("default")) {
        pieces.expect(":");
      } else {
        statement(parts);
      }
    }
    return new Node.Block(List.copyOf(parts));
  }

  private void result(List<Node> into) {
    pieces.next();
    Token token = pieces.peek();
    if (!token.fresh() && !token.is(Kind.END) && !token.is(";") && !token.is("}")) {
      into.add(expressions.list());
    }
    pieces.end();
  }
}
