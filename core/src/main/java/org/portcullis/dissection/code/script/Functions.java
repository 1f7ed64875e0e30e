package org.portcullis.dissection.code.script;

import java.util.ArrayList;
import java.util.List;
import org.portcullis.dissection.code.tree.Node;

/** Functions in JavaScript (ECMA-262, chapter 15). */
final class Functions {

  private final Pieces pieces;
  private final Expressions expressions;
  private boolean generator;

  Functions(Pieces pieces, Expressions expressions) {
    this.pieces = pieces;
    this.expressions = expressions;
  }

  /** Whether {@code yield} is an operator here. */
  boolean inGenerator() {
    return generator;
  }

  /** A function whose keyword stands here, as a statement or an expression. */
  Node.Function function() {
    pieces.expect("function");
    boolean yields = pieces.take("*");
    String name = pieces.seesName() ? pieces.name() : "";
    List<Node> parameters = parameters();
    return new Node.Function(name, parameters, body(yields), false);
  }

  /** A function of an object or class, whose name was read. */
  Node method(boolean yields) {
    List<Node> parameters = parameters();
    return new Node.Function("", parameters, body(yields), false);
  }

  /** A block of a class that runs once. */
  Node block() {
    return new Node.Block(List.of(new Node.Function("", List.of(), body(false), false)));
  }

  /** A function whose parameters were read as an expression, and whose arrow stands here. */
  Node arrow(Node read) {
    pieces.expect("=>");
    List<Node> parameters = List.of(read);
    if (read instanceof Node.Sequence several) {
      parameters = several.parts();
    } else if (read instanceof Node.Call call) {
      parameters = call.arguments().stream().map(Node.Argument::value).toList();
    }
    boolean block = pieces.sees("{");
    List<Node> body = block ? body(false) : List.of(expressions.assignment());
    return new Node.Function("", parameters, body, false);
  }

  private List<Node> parameters() {
    pieces.expect("(");
    return expressions.arguments().stream().map(Node.Argument::value).toList();
  }

  private List<Node> body(boolean yields) {
    boolean outer = generator;
    generator = yields;
    pieces.expect("{");
    List<Node> body = new ArrayList<>();
    Statements statements = new Statements(pieces, expressions);
    pieces.enter();
    while (!pieces.take("}")) {
      statements.statement(body);
    }
    pieces.leave();
    generator = outer;
    return body;
  }
}
