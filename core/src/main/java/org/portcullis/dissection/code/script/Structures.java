package org.portcullis.dissection.code.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.portcullis.dissection.code.script.Token.Kind;
import org.portcullis.dissection.code.tree.Doubt;
import org.portcullis.dissection.code.tree.Node;
import org.portcullis.dissection.code.tree.Node.Pair;
import org.portcullis.dissection.code.tree.Unreadable;

/** Lists, objects and classes in JavaScript. */
final class Structures {

  private static final Set<String> MODIFIERS = Set.of("get", "set", "async", "static", "accessor");
  private static final Set<String> AFTER_KEY = Set.of("(", ":", ",", "}", "=", ";");

  private final Pieces pieces;
  private final Expressions expressions;
  private final Functions functions;

  Structures(Pieces pieces, Expressions expressions, Functions functions) {
    this.pieces = pieces;
    this.expressions = expressions;
    this.functions = functions;
  }

  Node list() {
    List<Node> items = new ArrayList<>();
    while (!pieces.take("]")) {
      if (pieces.take(",")) {
        items.add(Node.UNKNOWN);
        continue;
      }
      items.add(
          pieces.take("...")
              ? new Node.Spread(expressions.inBrackets())
              : expressions.inBrackets());
      if (!pieces.sees("]")) {
        pieces.expect(",");
      }
    }
    return new Node.Items(List.copyOf(items), "Array");
  }

  Node object() {
    List<Pair> pairs = new ArrayList<>();
    while (!pieces.take("}")) {
      if (pieces.take("...")) {
        pairs.add(new Pair(null, expressions.inBrackets()));
      } else {
        property(pairs);
      }
      if (!pieces.sees("}")) {
        pieces.expect(",");
      }
    }
    return new Node.Pairs(List.copyOf(pairs), "");
  }

  private void property(List<Pair> pairs) {
    boolean generator = modifiers();
    Token token = pieces.peek();
    Node key = key();
    if (pieces.sees("(")) {
      pairs.add(new Pair(key, functions.method(generator)));
    } else if (pieces.take(":")) {
      pairs.add(new Pair(key, expressions.inBrackets()));
    } else if (!token.is(Kind.NAME) && !token.is(Kind.ESCAPED)) {
      throw new Unreadable(Doubt.SYNTAX);
    } else {
      Node name = new Node.Name(token.text());
      boolean defaulted = pieces.take("=");
      pairs.add(
          new Pair(
              key,
              defaulted ? new Node.Assign(name, expressions.inBrackets(), Node.How.CHANGE) : name));
    }
  }

  /** Words before a key; whether a generator follows. */
  private boolean modifiers() {
    while (pieces.sees(Kind.NAME)
        && MODIFIERS.contains(pieces.peek().text())
        && !isAfterKey(pieces.peekSecond())) {
      pieces.next();
    }
    return pieces.take("*");
  }

  private static boolean isAfterKey(Token token) {
    return token.is(Kind.END) || (token.is(Kind.SIGN) && AFTER_KEY.contains(token.text()));
  }

  private Node key() {
    Token token = pieces.next();
    return switch (token.kind()) {
      case NAME, ESCAPED, TEXT, NUMBER -> new Node.Text(token.text(), "String");
      case SIGN -> computed(token);
      default -> throw new Unreadable(Doubt.SYNTAX);
    };
  }

  private Node computed(Token token) {
    if (!token.is("[")) {
      throw new Unreadable(Doubt.SYNTAX);
    }
    Node key = expressions.inBrackets();
    pieces.expect("]");
    return key;
  }

  /** A class, as a statement or an expression (ECMA-262, section 15.7). */
  Node.Type type() {
    pieces.expect("class");
    String name = pieces.seesName() && !pieces.sees("extends") ? pieces.name() : "";
    List<Node> bases = new ArrayList<>();
    if (pieces.take("extends")) {
      bases.add(expressions.inBrackets());
    }
    pieces.expect("{");
    List<Pair> members = new ArrayList<>();
    pieces.enter();
    while (!pieces.take("}")) {
      if (!pieces.take(";")) {
        member(members);
      }
    }
    pieces.leave();
    Node body = new Node.Pairs(List.copyOf(members), "class");
    return new Node.Type(name, List.copyOf(bases), List.of(body));
  }

  private void member(List<Pair> members) {
    if (pieces.sees("@")) {
      throw new Unreadable(Doubt.DIALECT);
    }
    boolean generator = modifiers();
    if (pieces.sees("{")) {
      members.add(new Pair(null, functions.block()));
      return;
    }
    @Nullable Node key = key();
    if (pieces.sees("(")) {
      members.add(new Pair(key, functions.method(generator)));
      return;
    }
    members.add(new Pair(key, pieces.take("=") ? expressions.inBrackets() : Node.UNKNOWN));
    pieces.end();
  }
}
