package org.portcullis.dissection.code.python;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.portcullis.dissection.code.python.Token.Kind;
import org.portcullis.dissection.code.tree.Doubt;
import org.portcullis.dissection.code.tree.Node;
import org.portcullis.dissection.code.tree.Unreadable;

/** A program in Python, or a cell of IPython. */
public final class PythonProgram {

  private static final Set<String> SHELLS = Set.of("%%bash", "%%sh", "%%script bash");

  private PythonProgram() {}

  /**
   * Its statements.
   *
   * @throws Unreadable when it is none, or one that is not read
   */
  public static List<Node> read(String text) {
    List<Node> read = new ArrayList<>();
    if (Chars.isRecoded(text)) {
      read.add(new Node.Doubtful(Doubt.DIALECT));
    }
    if (text.stripLeading().startsWith("%%")) {
      read.add(cell(text.stripLeading()));
      return read;
    }
    Pieces pieces = new Pieces(Tokens.of(text, 0), 0);
    Statements statements = new Statements(pieces);
    while (!pieces.sees(Kind.END)) {
      statements.statement(read);
    }
    return read;
  }

  /** A cell of IPython that is not in Python as a whole. */
  private static Node cell(String text) {
    int end = Chars.lineEnd(text, 0);
    boolean shell = SHELLS.contains(text.substring(0, end).strip());
    return shell ? new Node.Line(text.substring(end)) : new Node.Doubtful(Doubt.DIALECT);
  }
}
