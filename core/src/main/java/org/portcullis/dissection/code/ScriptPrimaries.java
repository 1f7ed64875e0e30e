package org.portcullis.dissection.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.portcullis.dissection.code.Node.Argument;
import org.portcullis.dissection.code.Token.Kind;

/** Operands in JavaScript with all their calls and members. */
final class ScriptPrimaries {

  /** Words that are never variables. */
  private static final Set<String> KEYWORDS =
      Set.of(
          "break",
          "case",
          "catch",
          "class",
          "const",
          "continue",
          "debugger",
          "default",
          "delete",
          "do",
          "else",
          "enum",
          "export",
          "extends",
          "finally",
          "for",
          "function",
          "if",
          "in",
          "instanceof",
          "return",
          "switch",
          "throw",
          "try",
          "typeof",
          "var",
          "void",
          "while",
          "with");

  private final ScriptPieces pieces;
  private final ScriptExpressions expressions;
  private final ScriptFunctions functions;
  private final ScriptObjects objects;

  ScriptPrimaries(ScriptPieces pieces, ScriptExpressions expressions, ScriptFunctions functions) {
    this.pieces = pieces;
    this.expressions = expressions;
    this.functions = functions;
    this.objects = new ScriptObjects(pieces, expressions, functions);
  }

  Node.Type type() {
    return objects.type();
  }

  Node chain() {
    pieces.enter();
    Node node = pieces.sees("new") ? created() : links(atom(), true);
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
        case "`" -> node = new Node.Call(node, List.of(new Argument("", template())));
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
    Node callee = pieces.sees("new") ? created() : links(atom(), false);
    pieces.leave();
    List<Argument> arguments = pieces.take("(") ? expressions.arguments() : List.of();
    return links(new Node.Call(callee, arguments), true);
  }

  private Node atom() {
    Token token = pieces.peek();
    switch (token.kind()) {
      case NUMBER -> {
        pieces.next();
        return new Node.Data("Number");
      }
      case TEXT -> {
        pieces.next();
        return new Node.Text(token.text(), "String");
      }
      case NAME -> {
        return word(token.text());
      }
      case ESCAPED -> {
        return new Node.Name(pieces.name());
      }
      case SIGN -> {
        return bracketed(token);
      }
      default -> throw new Unreadable(Doubt.SYNTAX);
    }
  }

  private Node word(String word) {
    switch (word) {
      case "function" -> {
        return functions.function();
      }
      case "class" -> {
        return objects.type();
      }
      case "async" -> {
        Token second = pieces.peekSecond();
        boolean function = second.is("function") && !second.fresh();
        pieces.next();
        return function ? functions.function() : new Node.Name(word);
      }
      case "import" -> {
        return imported();
      }
      case "null", "true", "false" -> {
        pieces.next();
        return Node.UNKNOWN;
      }
      default -> {
        if (KEYWORDS.contains(word)) {
          throw new Unreadable(Doubt.SYNTAX);
        }
        pieces.next();
        return new Node.Name(word);
      }
    }
  }

  private Node imported() {
    pieces.next();
    if (pieces.take(".")) {
      String what = pieces.name();
      return what.equals("meta") ? new Node.Name("import.meta") : new Node.Name("import");
    }
    return new Node.Name("import");
  }

  private Node bracketed(Token token) {
    switch (token.text()) {
      case "(" -> {
        pieces.next();
        return parenthesized();
      }
      case "[" -> {
        pieces.next();
        return objects.list();
      }
      case "{" -> {
        pieces.next();
        return objects.object();
      }
      case "`" -> {
        return template();
      }
      case "/", "/=" -> {
        pieces.regex(pieces.next());
        return new Node.Data("RegExp");
      }
      default -> throw new Unreadable(Doubt.SYNTAX);
    }
  }

  /** An expression, or the parameters of an arrow function, which look like one. */
  private Node parenthesized() {
    List<Node> parts = new ArrayList<>();
    while (!pieces.take(")")) {
      parts.add(
          pieces.take("...")
              ? new Node.Spread(expressions.inBrackets())
              : expressions.inBrackets());
      if (!pieces.sees(")")) {
        pieces.expect(",");
      }
    }
    if (parts.isEmpty() && !pieces.sees("=>")) {
      throw new Unreadable(Doubt.SYNTAX);
    }
    return parts.size() == 1 ? parts.get(0) : new Node.Sequence(List.copyOf(parts));
  }

  private Node template() {
    List<Node> parts = new ArrayList<>();
    Token part = pieces.part(pieces.next());
    while (part.is(Kind.FORMATTED)) {
      parts.add(expressions.inBrackets());
      while (pieces.take(",")) {
        parts.add(expressions.inBrackets());
      }
      if (!pieces.sees("}")) {
        throw new Unreadable(Doubt.SYNTAX);
      }
      part = pieces.part(pieces.next());
    }
    if (parts.isEmpty()) {
      return new Node.Text(part.text(), "String");
    }
    parts.add(new Node.Data("String"));
    return new Node.Sequence(List.copyOf(parts));
  }
}
