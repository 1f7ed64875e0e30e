package org.portcullis.dissection.code.python;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.portcullis.dissection.code.python.Token.Kind;
import org.portcullis.dissection.code.tree.Doubt;
import org.portcullis.dissection.code.tree.Node;
import org.portcullis.dissection.code.tree.Node.Pair;
import org.portcullis.dissection.code.tree.Unreadable;

/** Atoms of expressions in Python: names, literals and what stands in brackets. */
final class Displays {

  private final Pieces pieces;
  private final Expressions expressions;

  Displays(Pieces pieces, Expressions expressions) {
    this.pieces = pieces;
    this.expressions = expressions;
  }

  Node atom() {
    Token token = pieces.next();
    return switch (token.kind()) {
      case NUMBER -> new Node.Data("int");
      case TEXT, BYTES, FORMATTED -> text(token);
      case ESCAPED -> new Node.Name(token.text());
      case NAME -> named(token.text());
      case SIGN -> bracketed(token.text());
      default -> throw new Unreadable(Doubt.SYNTAX);
    };
  }

  private static Node named(String name) {
    if (name.equals("None") || name.equals("True") || name.equals("False")) {
      return Node.UNKNOWN;
    }
    if (Expressions.KEYWORDS.contains(name)) {
      throw new Unreadable(Doubt.SYNTAX);
    }
    return new Node.Name(name);
  }

  /** Texts one after another are one. */
  private Node text(Token first) {
    StringBuilder value = new StringBuilder();
    List<Node> inner = new ArrayList<>();
    boolean known = true;
    Token token = first;
    while (true) {
      value.append(token.text());
      known &= !token.is(Kind.FORMATTED);
      token.inner().forEach(tokens -> inner.add(field(tokens)));
      if (!isText(pieces.peek())) {
        break;
      }
      token = pieces.next();
    }
    String type = first.is(Kind.BYTES) ? "bytes" : "str";
    if (known) {
      return new Node.Text(value.toString(), type);
    }
    inner.add(new Node.Data(type));
    return new Node.Sequence(List.copyOf(inner));
  }

  private static boolean isText(Token token) {
    return token.is(Kind.TEXT) || token.is(Kind.BYTES) || token.is(Kind.FORMATTED);
  }

  private Node field(List<Token> tokens) {
    Pieces inner = new Pieces(tokens, pieces.depth());
    Node read = new Expressions(inner).list();
    inner.expect(Kind.LINE);
    inner.expect(Kind.END);
    return read;
  }

  private Node bracketed(String sign) {
    return switch (sign) {
      case "(" -> parenthesized();
      case "[" -> listed();
      case "{" -> braced();
      case "..." -> Node.UNKNOWN;
      default -> throw new Unreadable(Doubt.SYNTAX);
    };
  }

  private Node parenthesized() {
    if (pieces.take(")")) {
      return new Node.Items(List.of(), "tuple");
    }
    Node read = expressions.list();
    if (isGenerated()) {
      read = comprehension(List.of(read));
    }
    pieces.expect(")");
    return read;
  }

  private Node listed() {
    if (pieces.take("]")) {
      return new Node.Items(List.of(), "list");
    }
    List<Node> items = new ArrayList<>();
    do {
      if (pieces.sees("]")) {
        break;
      }
      items.add(expressions.starred());
    } while (pieces.take(","));
    if (isGenerated()) {
      Node all = comprehension(items);
      pieces.expect("]");
      return new Node.Sequence(List.of(all, new Node.Data("list")));
    }
    pieces.expect("]");
    return new Node.Items(List.copyOf(items), "list");
  }

  private Node braced() {
    List<Pair> pairs = new ArrayList<>();
    List<Node> items = new ArrayList<>();
    while (!pieces.take("}")) {
      if (pieces.take("**")) {
        pairs.add(new Pair(null, expressions.expression(true)));
      } else {
        entry(pairs, items);
      }
      if (isGenerated()) {
        return generated(pairs, items);
      }
      if (!pieces.sees("}")) {
        pieces.expect(",");
      }
    }
    return items.isEmpty()
        ? new Node.Pairs(List.copyOf(pairs), "dict")
        : new Node.Items(List.copyOf(items), "set");
  }

  private void entry(List<Pair> pairs, List<Node> items) {
    Node key = expressions.starred();
    if (pieces.take(":")) {
      pairs.add(new Pair(key, expressions.expression(true)));
    } else {
      items.add(key);
    }
  }

  private Node generated(List<Pair> pairs, List<Node> items) {
    List<Node> elements = new ArrayList<>(items);
    for (Pair pair : pairs) {
      @Nullable Node key = pair.key();
      if (key != null) {
        elements.add(key);
      }
      elements.add(pair.value());
    }
    Node all = comprehension(elements);
    pieces.expect("}");
    return new Node.Sequence(List.of(all, new Node.Data(items.isEmpty() ? "dict" : "set")));
  }

  private boolean isGenerated() {
    return pieces.sees("for") || (pieces.sees("async") && pieces.peek(1).is("for"));
  }

  /** The rest of a comprehension, whose variables are its own. */
  Node comprehension(List<Node> elements) {
    List<Node> body = new ArrayList<>();
    List<Node> first = new ArrayList<>();
    while (isGenerated()) {
      pieces.take("async");
      pieces.expect("for");
      Node target = expressions.target();
      pieces.expect("in");
      // Where the first values come from is evaluated outside.
      (first.isEmpty() ? first : body).add(expressions.expression(false));
      body.add(new Node.Assign(target, Node.UNKNOWN, Node.How.BLOCK));
      while (pieces.take("if")) {
        body.add(expressions.expression(false));
      }
    }
    body.addAll(elements);
    first.add(new Node.Function("", List.of(), List.copyOf(body), true));
    return new Node.Sequence(List.copyOf(first));
  }
}
