package org.portcullis.dissection.code.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.portcullis.dissection.code.script.Token.Kind;
import org.portcullis.dissection.code.tree.Doubt;
import org.portcullis.dissection.code.tree.Node;
import org.portcullis.dissection.code.tree.Unreadable;

/** Atoms of expressions in JavaScript: names, literals, templates and what stands in brackets. */
final class Atoms {

  /** Words that are never variables. */
  private static final Set<String> KEYWORDS =
      Set.of(
          ("break case catch class const continue debugger default delete do else enum export"
                  + " extends finally for function if in instanceof return switch throw try typeof"
                  + " var void while with")
              .split(" ", -1));

  private final Pieces pieces;
  private final Expressions expressions;
  private final Functions functions;
  private final Structures structures;

  Atoms(Pieces pieces, Expressions expressions, Functions functions, Structures structures) {
    this.pieces = pieces;
    this.expressions = expressions;
    this.functions = functions;
    this.structures = structures;
  }

  Node atom() {
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
    return switch (word) {
      case "function" -> functions.function();
      case "class" -> structures.type();
      case "async" -> async();
      case "import" -> imported();
      case "null", "true", "false" -> {
        pieces.next();
        yield Node.UNKNOWN;
      }
      default -> variable(word);
    };
  }

  private Node async() {
    Token second = pieces.peekSecond();
    boolean function = second.is("function") && !second.fresh();
    pieces.next();
    return function ? functions.function() : new Node.Name("async");
  }

  private Node variable(String word) {
    if (KEYWORDS.contains(word)) {
      throw new Unreadable(Doubt.SYNTAX);
    }
    pieces.next();
    return new Node.Name(word);
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
        return structures.list();
      }
      case "{" -> {
        pieces.next();
        return structures.object();
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

  Node template() {
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
