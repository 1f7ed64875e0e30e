package org.portcullis.dissection.code.python;

import java.util.ArrayList;
import java.util.List;
import org.portcullis.dissection.code.python.Token.Kind;
import org.portcullis.dissection.code.tree.Node;

/** Statements in Python that hold others. */
final class Compounds {

  private final Pieces pieces;
  private final Expressions expressions;
  private final Statements statements;

  Compounds(Pieces pieces, Expressions expressions, Statements statements) {
    this.pieces = pieces;
    this.expressions = expressions;
    this.statements = statements;
  }

  /** Reads one; false when none begins here. */
  boolean read(List<Node> into) {
    if (pieces.sees("@")) {
      into.add(decorated());
      return true;
    }
    switch (pieces.sees(Kind.NAME) ? pieces.peek().text() : "") {
      case "if", "while", "elif" -> condition(into);
      case "else", "try", "finally" -> block(into);
      case "for" -> loop(into);
      case "with" -> with(into);
      case "except" -> handler(into);
      case "def", "class" -> into.add(definition(List.of()));
      case "async" -> {
        pieces.next();
        return read(into);
      }
      case "match" -> {
        return match(into);
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private void condition(List<Node> into) {
    pieces.next();
    into.add(expressions.list());
    into.addAll(statements.suite());
  }

  private void block(List<Node> into) {
    pieces.next();
    into.addAll(statements.suite());
  }

  private void loop(List<Node> into) {
    pieces.next();
    Node target = expressions.target();
    pieces.expect("in");
    Node source = new Node.Many(List.of(expressions.list()));
    // Each turn gives it another value.
    into.add(new Node.Assign(target, source, Node.How.CHANGE));
    into.addAll(statements.suite());
  }

  private void with(List<Node> into) {
    pieces.next();
    // Brackets around several of them read as a list of values.
    boolean bracketed = pieces.sees("(") && closesBeforeColon();
    if (bracketed) {
      pieces.expect("(");
    }
    do {
      if (bracketed && pieces.sees(")")) {
        break;
      }
      Node value = expressions.expression(true);
      if (pieces.take("as")) {
        into.add(new Node.Assign(expressions.primary(), value, Node.How.PLAIN));
      } else {
        into.add(value);
      }
    } while (pieces.take(","));
    if (bracketed) {
      pieces.expect(")");
    }
    into.addAll(statements.suite());
  }

  private boolean closesBeforeColon() {
    int open = 0;
    int ahead = 0;
    while (true) {
      Token token = pieces.peek(ahead++);
      if (token.is(Kind.END)) {
        return false;
      }
      if (token.is("(") || token.is("[") || token.is("{")) {
        open++;
      } else if (token.is(")") || token.is("]") || token.is("}")) {
        open--;
      }
      if (open == 0) {
        return pieces.peek(ahead).is(":");
      }
    }
  }

  private void handler(List<Node> into) {
    pieces.next();
    pieces.take("*");
    if (!pieces.sees(":")) {
      into.add(expressions.list());
      if (pieces.take("as")) {
        Node name = new Node.Name(pieces.name());
        into.add(new Node.Assign(name, Node.UNKNOWN, Node.How.CHANGE));
      }
    }
    into.addAll(statements.suite());
  }

  private Node decorated() {
    List<Node> decorators = new ArrayList<>();
    while (pieces.take("@")) {
      decorators.add(expressions.expression(true));
      pieces.expect(Kind.LINE);
      while (pieces.take(Kind.LINE)) {
        // An empty line.
      }
    }
    pieces.take("async");
    return definition(List.copyOf(decorators));
  }

  private Node definition(List<Node> decorators) {
    boolean type = pieces.sees("class");
    pieces.next();
    Node name = new Node.Name(pieces.name());
    Node of = type ? type() : function();
    Node value = decorators.isEmpty() ? of : new Node.Decorated(decorators, of);
    return new Node.Assign(name, value, Node.How.PLAIN);
  }

  private Node function() {
    List<Node> parameters = new ArrayList<>(typeParameters());
    pieces.expect("(");
    parameters.addAll(new Parameters(pieces, expressions).read(")", true));
    pieces.expect(")");
    if (pieces.take("->")) {
      parameters.add(new Node.Many(List.of(expressions.list())));
    }
    return new Node.Function("", List.copyOf(parameters), statements.suite(), false);
  }

  private List<Node> typeParameters() {
    return pieces.take("[") ? typeParameters(new Parameters(pieces, expressions)) : List.of();
  }

  private List<Node> typeParameters(Parameters parameters) {
    List<Node> read = parameters.read("]", true);
    pieces.expect("]");
    return read;
  }

  private Node type() {
    List<Node> bases = new ArrayList<>(typeParameters());
    if (pieces.take("(")) {
      expressions.arguments().forEach(argument -> bases.add(argument.value()));
    }
    return new Node.Type("", List.copyOf(bases), statements.suite());
  }

  /** A word that is a keyword only where cases follow. */
  private boolean match(List<Node> into) {
    int ahead = 0;
    while (!pieces.peek(ahead).is(Kind.LINE)) {
      ahead++;
    }
    boolean cases =
        ahead > 1
            && pieces.peek(ahead - 1).is(":")
            && pieces.peek(ahead + 1).is(Kind.INDENT)
            && pieces.peek(ahead + 2).is("case");
    if (!cases) {
      return false;
    }
    pieces.next();
    into.add(expressions.list());
    pieces.expect(":");
    pieces.expect(Kind.LINE);
    pieces.expect(Kind.INDENT);
    while (!pieces.take(Kind.DEDENT)) {
      pieces.expect("case");
      pattern(into);
      into.addAll(statements.suite());
    }
    return true;
  }

  /** Every name in a pattern may take a value; what is called there is only compared. */
  private void pattern(List<Node> into) {
    Patterns.read(pieces, into);
    if (pieces.take("if")) {
      into.add(expressions.expression(true));
    }
  }
}
