package org.portcullis.dissection.code.tree;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A program as far as it matters what it uses. How operators bind does not: what they combine is
 * evaluated either way, and what comes out is not told.
 */
public sealed interface Node {

  /** Nothing that is known but its type; empty for no type. */
  Data UNKNOWN = new Data("");

  /** A value of which only the type is known, as the language calls it; or empty. */
  record Data(String type) implements Node {}

  /** A text that is known. */
  record Text(String value, String type) implements Node {}

  /** A list. */
  record Items(List<Node> items, String type) implements Node {}

  /** A table of keys and values. */
  record Pairs(List<Pair> pairs, String type) implements Node {}

  /** A key, null for a table whose entries are taken over, and what stands behind it. */
  record Pair(@Nullable Node key, Node value) {}

  /** A variable. */
  record Name(String name) implements Node {}

  /** A member by its name. */
  record Member(Node of, String name) implements Node {}

  /** A member or element by a key that is a value. */
  record Index(Node of, Node key) implements Node {}

  /** A call. */
  record Call(Node callee, List<Argument> arguments) implements Node {}

  /** An argument; its keyword or empty; a spread one stands for any number of others. */
  record Argument(String keyword, Node value) {}

  /** What stands for any number of values. */
  record Spread(Node of) implements Node {}

  /** All of these are evaluated; what comes out is not told. */
  record Many(List<Node> parts) implements Node {}

  /** Values joined by a plus. */
  record Sum(List<Node> parts) implements Node {}

  /** All of these are evaluated, and the last one comes out. */
  record Sequence(List<Node> parts) implements Node {}

  /** A variable or member takes a value. */
  record Assign(Node target, Node value, How how) implements Node {}

  /** Where the variable of an assignment lives. */
  enum How {
    /** Where it is declared; otherwise where the language says. */
    PLAIN,
    /** In the function around it. */
    FUNCTION,
    /** In the block around it. */
    BLOCK,
    /** A function in the block around it, and perhaps in the function around that. */
    DECLARED,
    /** As plain, but the value that it had goes in. */
    CHANGE
  }

  /**
   * A function.
   *
   * @param name its name inside itself; empty for none
   * @param parameters targets, with a plain assignment for a default
   * @param body statements
   * @param transparent whether assignments in it are those of the function around it
   */
  record Function(String name, List<Node> parameters, List<Node> body, boolean transparent)
      implements Node {}

  /**
   * A class.
   *
   * @param name its name inside itself; empty for none
   * @param bases what it extends
   * @param body its members: functions, assignments, statements
   */
  record Type(String name, List<Node> bases, List<Node> body) implements Node {}

  /** Functions or a class under what is called with it first. */
  record Decorated(List<Node> decorators, Node of) implements Node {}

  /**
   * An import.
   *
   * @param module its name
   * @param member what is taken out of it; empty for the module itself, {@code *} for everything
   * @param alias the variable; empty for none
   */
  record Import(String module, String member, String alias) implements Node {}

  /** Statements with variables of their own. */
  record Block(List<Node> parts) implements Node {}

  /** Variables of a function or module further out. */
  record Outer(List<String> names, boolean outermost) implements Node {}

  /** A line for a shell, null when parts of it are put in only when it runs. */
  record Line(@Nullable String text) implements Node {}

  /** Something that cannot be told. */
  record Doubtful(Doubt doubt) implements Node {}
}
