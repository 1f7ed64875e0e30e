package org.portcullis.dissection.code.python;

import java.util.List;
import org.portcullis.dissection.code.python.Token.Kind;
import org.portcullis.dissection.code.tree.Doubt;
import org.portcullis.dissection.code.tree.Node;
import org.portcullis.dissection.code.tree.Unreadable;

/** Patterns of cases in Python: what they name is bound or looked up, and nothing is called. */
final class Patterns {

  private Patterns() {}

  /** Up to the colon or condition behind the pattern. */
  static void read(Pieces pieces, List<Node> into) {
    int open = 0;
    Token last = pieces.peek();
    while (open > 0 || !(pieces.sees(":") || pieces.sees("if"))) {
      Token token = pieces.next();
      if (token.is(Kind.LINE) || token.is(Kind.END) || token.is(Kind.FORMATTED)) {
        throw new Unreadable(Doubt.SYNTAX);
      }
      if (token.is("(") || token.is("[") || token.is("{")) {
        open++;
      } else if (token.is(")") || token.is("]") || token.is("}")) {
        open--;
      } else if (token.is(Kind.NAME) || token.is(Kind.ESCAPED)) {
        name(token, last, pieces, into);
      }
      last = token;
    }
  }

  private static void name(Token token, Token last, Pieces pieces, List<Node> into) {
    boolean keyword = Expressions.KEYWORDS.contains(token.text()) || pieces.sees("=");
    boolean wildcard = token.text().equals("_");
    if (keyword || wildcard || last.is(".")) {
      return;
    }
    Node name = new Node.Name(token.text());
    boolean looked = pieces.sees("(") || pieces.sees(".");
    into.add(looked ? name : new Node.Assign(name, Node.UNKNOWN, Node.How.CHANGE));
  }
}
