package org.portcullis.dissection.code.python;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.portcullis.dissection.code.python.Token.Kind;
import org.portcullis.dissection.code.tree.Doubt;
import org.portcullis.dissection.code.tree.Node;
import org.portcullis.dissection.code.tree.Node.Argument;
import org.portcullis.dissection.code.tree.Unreadable;

/**
 * Expressions in Python (The Python Language Reference, chapter 6). Operators are read in a row:
 * how they bind changes nothing in what is evaluated.
 */
final class Expressions {

  private static final Set<String> OPERATORS =
      Set.of(
          "+", "-", "*", "/", "//", "%", "**", "@", "<<", ">>", "&", "|", "^", "<", ">", "<=", ">=",
          "==", "!=", "in", "is", "and", "or");
  private static final Set<String> PREFIXES = Set.of("+", "-", "~", "not");

  /** Words that are never names. */
  static final Set<String> KEYWORDS =
      Set.of(
          ("False None True and as assert async await break class continue def del elif else except"
                  + " finally for from global if import in is lambda nonlocal not or pass raise"
                  + " return try while with yield")
              .split(" ", -1));

  private final Pieces pieces;
  private final Displays displays;

  Expressions(Pieces pieces) {
    this.pieces = pieces;
    this.displays = new Displays(pieces, this);
  }

  /** One expression or several between commas. */
  Node list() {
    Node first = starred();
    if (!pieces.sees(",")) {
      return first;
    }
    List<Node> items = new ArrayList<>(List.of(first));
    while (pieces.take(",") && begins()) {
      items.add(starred());
    }
    return new Node.Items(List.copyOf(items), "tuple");
  }

  private boolean begins() {
    Token token = pieces.peek();
    return switch (token.kind()) {
      case NAME ->
          !KEYWORDS.contains(token.text())
              || Set.of("None", "True", "False", "not", "lambda", "await", "yield")
                  .contains(token.text());
      case ESCAPED, NUMBER, TEXT, BYTES, FORMATTED -> true;
      case SIGN -> Set.of("(", "[", "{", "-", "+", "~", "*", "...").contains(token.text());
      default -> false;
    };
  }

  Node starred() {
    if (pieces.take("*")) {
      return new Node.Spread(expression(true));
    }
    return expression(true);
  }

  /**
   * One expression.
   *
   * @param choice whether a choice by {@code if} may follow; not before a condition of its own
   */
  Node expression(boolean choice) {
    pieces.enter();
    Node read = operands(choice);
    pieces.leave();
    return read;
  }

  private Node operands(boolean choice) {
    if (pieces.sees("yield")) {
      return yielded();
    }
    List<Node> parts = new ArrayList<>();
    boolean sum = true;
    do {
      while (isPrefix(pieces.peek())) {
        pieces.next();
        sum = false;
      }
      parts.add(pieces.sees("lambda") ? lambda() : primary());
      if (pieces.sees("+")) {
        continue;
      }
      sum &= !isOperator(choice);
    } while (operator(choice));
    if (pieces.take(":=")) {
      return new Node.Assign(parts.get(0), expression(true), Node.How.PLAIN);
    }
    if (parts.size() == 1) {
      return sum || !(parts.get(0) instanceof Node.Text) ? parts.get(0) : new Node.Many(parts);
    }
    return sum ? new Node.Sum(List.copyOf(parts)) : new Node.Many(List.copyOf(parts));
  }

  private static boolean isPrefix(Token token) {
    return (token.is(Kind.SIGN) || token.is(Kind.NAME)) && PREFIXES.contains(token.text());
  }

  private boolean isOperator(boolean choice) {
    Token token = pieces.peek();
    if (token.is(Kind.SIGN) || token.is(Kind.NAME)) {
      return OPERATORS.contains(token.text())
          || (token.is("not") && pieces.peek(1).is("in"))
          || (choice && (token.is("if") || token.is("else")));
    }
    return false;
  }

  private boolean operator(boolean choice) {
    if (!isOperator(choice)) {
      return false;
    }
    Token token = pieces.next();
    if (token.is("not")) {
      pieces.expect("in");
    }
    return true;
  }

  private Node yielded() {
    pieces.expect("yield");
    pieces.take("from");
    return begins() ? new Node.Many(List.of(list())) : Node.UNKNOWN;
  }

  private Node lambda() {
    pieces.expect("lambda");
    List<Node> parameters = new Parameters(pieces, this).read(":", false);
    pieces.expect(":");
    return new Node.Function("", parameters, List.of(expression(true)), false);
  }

  /** An operand with all its calls and members. */
  Node primary() {
    if (pieces.take("await")) {
      return primary();
    }
    pieces.enter();
    Node node = displays.atom();
    while (true) {
      if (pieces.take(".")) {
        node = new Node.Member(node, pieces.name());
      } else if (pieces.take("(")) {
        node = new Node.Call(node, arguments());
      } else if (pieces.take("[")) {
        node = new Node.Index(node, subscript());
      } else {
        pieces.leave();
        return node;
      }
    }
  }

  List<Argument> arguments() {
    List<Argument> arguments = new ArrayList<>();
    while (!pieces.take(")")) {
      arguments.add(argument());
      if (!pieces.sees(")")) {
        pieces.expect(",");
      }
    }
    return List.copyOf(arguments);
  }

  private Argument argument() {
    if (pieces.take("*") || pieces.take("**")) {
      return new Argument("", new Node.Spread(expression(true)));
    }
    if (pieces.peek(1).is("=") && !pieces.sees(Kind.TEXT)) {
      String keyword = pieces.name();
      pieces.expect("=");
      return new Argument(keyword, expression(true));
    }
    Node value = expression(true);
    boolean generated = pieces.sees("for") || pieces.sees("async");
    return new Argument("", generated ? displays.comprehension(List.of(value)) : value);
  }

  private Node subscript() {
    List<Node> parts = new ArrayList<>();
    boolean plain = true;
    while (!pieces.take("]")) {
      if (pieces.take(":") || pieces.take(",")) {
        plain = false;
      } else {
        parts.add(starred());
      }
    }
    if (parts.isEmpty() && plain) {
      throw new Unreadable(Doubt.SYNTAX);
    }
    return plain && parts.size() == 1 ? parts.get(0) : new Node.Many(List.copyOf(parts));
  }

  /** A target in front of {@code in}. */
  Node target() {
    List<Node> items = new ArrayList<>();
    do {
      if (pieces.sees("in")) {
        break;
      }
      items.add(pieces.take("*") ? new Node.Spread(primary()) : primary());
    } while (pieces.take(","));
    return items.size() == 1 ? items.get(0) : new Node.Items(List.copyOf(items), "");
  }
}
