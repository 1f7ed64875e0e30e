package org.portcullis.dissection.code.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.portcullis.dissection.code.script.Token.Kind;
import org.portcullis.dissection.code.tree.Node;
import org.portcullis.dissection.code.tree.Node.Argument;

/**
 * Expressions in JavaScript (ECMA-262, chapter 13). Operators are read in a row: how they bind
 * changes nothing in what is evaluated.
 */
final class Expressions {

  private static final Set<String> OPERATORS =
      Set.of(
          "+",
          "-",
          "*",
          "/",
          "%",
          "**",
          "<<",
          ">>",
          ">>>",
          "&",
          "|",
          "^",
          "<",
          ">",
          "<=",
          ">=",
          "==",
          "!=",
          "===",
          "!==",
          "&&",
          "||",
          "??",
          "in",
          "instanceof");
  private static final Set<String> CHANGES =
      Set.of(
          "+=", "-=", "*=", "/=", "%=", "**=", "<<=", ">>=", ">>>=", "&=", "|=", "^=", "&&=", "||=",
          "??=");
  private static final Set<String> PREFIXES = Set.of("!", "~", "+", "-", "typeof", "void");
  private static final Set<String> CHANGING = Set.of("++", "--", "delete");

  private final Pieces pieces;
  private final Primaries primaries;
  private final Functions functions;
  private final Structures structures;
  private boolean noIn;

  Expressions(Pieces pieces) {
    this.pieces = pieces;
    this.functions = new Functions(pieces, this);
    this.structures = new Structures(pieces, this, functions);
    this.primaries = new Primaries(pieces, this, new Atoms(pieces, this, functions, structures));
  }

  Functions functions() {
    return functions;
  }

  Node.Type type() {
    return structures.type();
  }

  /** One expression or several between commas. */
  Node list() {
    Node first = assignment();
    if (!pieces.sees(",")) {
      return first;
    }
    List<Node> parts = new ArrayList<>(List.of(first));
    while (pieces.take(",")) {
      parts.add(assignment());
    }
    return new Node.Sequence(List.copyOf(parts));
  }

  /** The same in front of {@code in} or {@code of}. */
  Node listWithoutIn() {
    noIn = true;
    Node read = list();
    noIn = false;
    return read;
  }

  /** One expression; inside brackets, {@code in} is an operator again. */
  Node inBrackets() {
    boolean outer = noIn;
    noIn = false;
    Node read = assignment();
    noIn = outer;
    return read;
  }

  Node assignment() {
    pieces.enter();
    Node read = assigned();
    pieces.leave();
    return read;
  }

  private Node assigned() {
    if (pieces.sees("yield") && functions.inGenerator()) {
      return yielded();
    }
    if (pieces.sees("async") && isParameter(pieces.peekSecond())) {
      pieces.next();
      Node parameter = new Node.Name(pieces.name());
      return functions.arrow(parameter);
    }
    Node left = operands();
    Token token = pieces.peek();
    if (token.is("=>")) {
      return functions.arrow(left);
    }
    if (pieces.take("=")) {
      return new Node.Assign(left, assignment(), Node.How.PLAIN);
    }
    if (token.is(Kind.SIGN) && CHANGES.contains(token.text())) {
      pieces.next();
      return new Node.Assign(left, assignment(), Node.How.CHANGE);
    }
    if (pieces.take("?")) {
      Node yes = inBrackets();
      pieces.expect(":");
      return new Node.Many(List.of(left, yes, assignment()));
    }
    return left;
  }

  /** Whether a function that waits has this for its only parameter. */
  private static boolean isParameter(Token token) {
    return (token.is(Kind.NAME) || token.is(Kind.ESCAPED))
        && !OPERATORS.contains(token.text())
        && !token.text().equals("of")
        && !token.fresh()
        && !token.is("function");
  }

  private Node yielded() {
    pieces.next();
    pieces.take("*");
    Token token = pieces.peek();
    boolean bare =
        token.fresh()
            || token.is(Kind.END)
            || (token.is(Kind.SIGN) && ")]};,:".contains(token.text()));
    return bare ? Node.UNKNOWN : new Node.Many(List.of(assignment()));
  }

  private Node operands() {
    List<Node> parts = new ArrayList<>();
    boolean sum = true;
    do {
      sum &= !prefixed();
      parts.add(operand());
      sum &= pieces.sees("+") || !isOperator();
    } while (operator());
    if (parts.size() == 1) {
      return sum ? parts.get(0) : new Node.Many(parts);
    }
    return sum ? new Node.Sum(List.copyOf(parts)) : new Node.Many(List.copyOf(parts));
  }

  private boolean prefixed() {
    boolean some = false;
    while (isWordOrSign(PREFIXES)) {
      pieces.next();
      some = true;
    }
    return some;
  }

  private Node operand() {
    if (isWordOrSign(CHANGING)) {
      pieces.next();
      pieces.enter();
      prefixed();
      Node changed = new Node.Assign(operand(), Node.UNKNOWN, Node.How.CHANGE);
      pieces.leave();
      return changed;
    }
    if (pieces.sees("await") && begins(pieces.peekSecond())) {
      pieces.next();
      pieces.enter();
      boolean plain = !prefixed();
      Node awaited = operand();
      pieces.leave();
      return plain ? awaited : new Node.Many(List.of(awaited));
    }
    Node read = primaries.chain();
    Token token = pieces.peek();
    if ((token.is("++") || token.is("--")) && !token.fresh()) {
      pieces.next();
      return new Node.Assign(read, Node.UNKNOWN, Node.How.CHANGE);
    }
    return read;
  }

  private static boolean begins(Token token) {
    return !token.is(Kind.END)
        && (!token.is(Kind.SIGN) || Set.of("(", "[", "{", "`", "/", "!").contains(token.text()));
  }

  private boolean isWordOrSign(Set<String> words) {
    Token token = pieces.peek();
    return (token.is(Kind.SIGN) || token.is(Kind.NAME)) && words.contains(token.text());
  }

  private boolean isOperator() {
    return isWordOrSign(OPERATORS) && !(noIn && pieces.sees("in"));
  }

  private boolean operator() {
    if (!isOperator()) {
      return false;
    }
    pieces.next();
    return true;
  }

  /** Behind an opening bracket: all arguments of a call. */
  List<Argument> arguments() {
    List<Argument> arguments = new ArrayList<>();
    while (!pieces.take(")")) {
      Node value = pieces.take("...") ? new Node.Spread(inBrackets()) : inBrackets();
      arguments.add(new Argument("", value));
      if (!pieces.sees(")")) {
        pieces.expect(",");
      }
    }
    return List.copyOf(arguments);
  }
}
