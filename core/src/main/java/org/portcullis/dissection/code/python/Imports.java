package org.portcullis.dissection.code.python;

import java.util.List;
import org.portcullis.dissection.code.tree.Node;

/** Imports in Python. */
final class Imports {

  private Imports() {}

  static void modules(Pieces pieces, List<Node> into) {
    pieces.expect("import");
    do {
      String module = dotted(pieces);
      boolean named = pieces.take("as");
      // Without another name, the first part of the name is what is bound.
      String alias = named ? pieces.name() : module;
      int dot = alias.indexOf('.');
      into.add(new Node.Import(module, "", dot < 0 ? alias : ""));
      if (dot >= 0) {
        into.add(new Node.Import(module.substring(0, dot), "", alias.substring(0, dot)));
      }
    } while (pieces.take(","));
  }

  static void members(Pieces pieces, List<Node> into) {
    pieces.expect("from");
    StringBuilder module = new StringBuilder();
    while (pieces.sees(".") || pieces.sees("...")) {
      module.append(pieces.next().text());
    }
    if (!pieces.sees("import")) {
      module.append(dotted(pieces));
    }
    pieces.expect("import");
    if (pieces.take("*")) {
      into.add(new Node.Import(module.toString(), "*", ""));
      return;
    }
    boolean bracketed = pieces.take("(");
    do {
      if (bracketed && pieces.sees(")")) {
        break;
      }
      String member = pieces.name();
      String alias = pieces.take("as") ? pieces.name() : member;
      into.add(new Node.Import(module.toString(), member, alias));
    } while (pieces.take(","));
    if (bracketed) {
      pieces.expect(")");
    }
  }

  private static String dotted(Pieces pieces) {
    StringBuilder name = new StringBuilder(pieces.name());
    while (pieces.take(".")) {
      name.append('.').append(pieces.name());
    }
    return name.toString();
  }
}
