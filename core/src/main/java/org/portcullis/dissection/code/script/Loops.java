package org.portcullis.dissection.code.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.portcullis.dissection.code.tree.Node;
import org.portcullis.dissection.code.tree.Node.How;

/** Loops in JavaScript that begin with {@code for}. */
final class Loops {

  private static final Set<String> DECLARING = Set.of("var", "let", "const");

  private final Pieces pieces;
  private final Expressions expressions;
  private final Statements statements;

  Loops(Pieces pieces, Expressions expressions, Statements statements) {
    this.pieces = pieces;
    this.expressions = expressions;
    this.statements = statements;
  }

  List<Node> read() {
    List<Node> parts = new ArrayList<>();
    pieces.next();
    pieces.take("await");
    pieces.expect("(");
    head(parts);
    pieces.expect(")");
    statements.statement(parts);
    return List.copyOf(parts);
  }

  private void head(List<Node> parts) {
    if (!pieces.sees(";")) {
      How how = How.PLAIN;
      if (DECLARING.contains(pieces.peek().text()) && !pieces.peekSecond().is("=")) {
        how = pieces.next().text().equals("var") ? How.FUNCTION : How.BLOCK;
      }
      Node first = expressions.listWithoutIn();
      if (pieces.take("of") || pieces.take("in")) {
        turns(first, how, parts);
        return;
      }
      declare(first, how, parts);
    }
    pieces.expect(";");
    if (!pieces.sees(";")) {
      parts.add(expressions.list());
    }
    pieces.expect(";");
    if (!pieces.sees(")")) {
      parts.add(expressions.list());
    }
  }

  /** Each turn gives it another value. */
  private void turns(Node target, How how, List<Node> parts) {
    parts.add(expressions.list());
    Node plain = target instanceof Node.Assign assign ? assign.target() : target;
    if (target instanceof Node.Assign assign) {
      parts.add(assign.value());
    }
    parts.add(new Node.Assign(plain, Node.UNKNOWN, how));
  }

  private static void declare(Node first, How how, List<Node> parts) {
    List<Node> all = first instanceof Node.Sequence several ? several.parts() : List.of(first);
    for (Node each : all) {
      parts.add(how == How.PLAIN ? each : Statements.declared(each, how));
    }
  }
}
