package org.portcullis.dissection.code.script;

import java.util.ArrayList;
import java.util.List;
import org.portcullis.dissection.code.script.Token.Kind;
import org.portcullis.dissection.code.tree.Node;
import org.portcullis.dissection.code.tree.Node.Argument;

/** Operands in JavaScript with all their calls and members. */
final class Primaries {

  private final Pieces pieces;
  private final Expressions expressions;
  private final Atoms atoms;

  Primaries(Pieces pieces, Expressions expressions, Atoms atoms) {
    this.pieces = pieces;
    this.expressions = expressions;
    this.atoms = atoms;
  }

  Node chain() {
    pieces.enter();
    Node node = pieces.sees("new") ? created() : links(atoms.atom(), true);
    pieces.leave();
    return node;
  }

  /** Members and calls behind an operand. */
  private Node links(Node first, boolean calls) {
    Node node = first;
    while (true) {
      Token token = pieces.peek();
      if (!token.is(Kind.SIGN)) {
        return node;
      }
      switch (token.text()) {
        case "." -> {
          pieces.next();
          node = new Node.Member(node, pieces.name());
        }
        case "?." -> node = optional(node);
        case "[" -> node = index(node);
        case "`" -> node = new Node.Call(node, List.of(new Argument("", atoms.template())));
        case "(" -> {
          if (!calls) {
            return node;
          }
          pieces.next();
          node = new Node.Call(node, expressions.arguments());
        }
        default -> {
          return node;
        }
      }
    }
  }

  private Node optional(Node node) {
    pieces.next();
    if (pieces.take("(")) {
      return new Node.Call(node, expressions.arguments());
    }
    return pieces.sees("[") ? index(node) : new Node.Member(node, pieces.name());
  }

  private Node index(Node of) {
    pieces.expect("[");
    List<Node> parts = new ArrayList<>();
    do {
      parts.add(expressions.inBrackets());
    } while (pieces.take(","));
    pieces.expect("]");
    return new Node.Index(of, parts.size() == 1 ? parts.get(0) : new Node.Sequence(parts));
  }

  private Node created() {
    pieces.expect("new");
    if (pieces.take(".")) {
      pieces.name();
      return links(Node.UNKNOWN, true);
    }
    pieces.enter();
    Node callee = pieces.sees("new") ? created() : links(atoms.atom(), false);
    pieces.leave();
    List<Argument> arguments = pieces.take("(") ? expressions.arguments() : List.of();
    return links(new Node.Call(callee, arguments), true);
  }
}
