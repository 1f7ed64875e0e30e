package org.portcullis.dissection.code.python;

import java.util.ArrayList;
import java.util.List;
import org.portcullis.dissection.code.tree.Node;

/** Parameters of functions in Python. */
final class Parameters {

  private final Pieces pieces;
  private final Expressions expressions;

  Parameters(Pieces pieces, Expressions expressions) {
    this.pieces = pieces;
    this.expressions = expressions;
  }

  /**
   * All of them, up to the sign that ends them.
   *
   * @param annotated whether a colon says what a parameter is
   */
  List<Node> read(String end, boolean annotated) {
    List<Node> parameters = new ArrayList<>();
    while (!pieces.sees(end)) {
      if (!pieces.take("/") && !bareStar()) {
        parameter(parameters, annotated);
      }
      if (!pieces.sees(end)) {
        pieces.expect(",");
      }
    }
    return List.copyOf(parameters);
  }

  private boolean bareStar() {
    if (pieces.take("**")) {
      return false;
    }
    return pieces.take("*") && pieces.sees(",");
  }

  private void parameter(List<Node> parameters, boolean annotated) {
    Node name = new Node.Name(pieces.name());
    if (annotated && pieces.take(":")) {
      parameters.add(new Node.Many(List.of(expressions.starred())));
    }
    parameters.add(
        pieces.take("=")
            ? new Node.Assign(name, expressions.expression(true), Node.How.CHANGE)
            : name);
  }
}
