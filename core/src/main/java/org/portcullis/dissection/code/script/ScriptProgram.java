package org.portcullis.dissection.code.script;

import java.util.ArrayList;
import java.util.List;
import org.portcullis.dissection.code.script.Token.Kind;
import org.portcullis.dissection.code.tree.Doubt;
import org.portcullis.dissection.code.tree.Node;
import org.portcullis.dissection.code.tree.Unreadable;

/** A program in JavaScript. */
public final class ScriptProgram {

  private ScriptProgram() {}

  /**
   * Its statements.
   *
   * @throws Unreadable when it is none, or one that is not read
   */
  public static List<Node> read(String text) {
    Pieces pieces = new Pieces(text);
    Statements statements = new Statements(pieces, new Expressions(pieces));
    List<Node> read = new ArrayList<>();
    while (!pieces.sees(Kind.END)) {
      statements.statement(read);
    }
    if (pieces.isDialect()) {
      read.add(new Node.Doubtful(Doubt.DIALECT));
    }
    return read;
  }
}
