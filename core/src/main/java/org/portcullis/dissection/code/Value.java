package org.portcullis.dissection.code;

import java.util.List;
import java.util.Map;
import org.portcullis.dissection.code.tree.Node;

/** What is known about a value before the program runs. */
sealed interface Value {

  /** Nothing. */
  Value UNKNOWN = new Unknown();

  /** Nothing. */
  record Unknown() implements Value {}

  /**
   * Something that the program has by name.
   *
   * @param name dotted; with brackets behind what is called
   * @param made whether it came out of a call, or belongs to what did
   * @param from what the call was given first
   */
  record Named(String name, boolean made, Value from) implements Value {}

  /** A text. */
  record Words(String text, String type) implements Value {}

  /** A list of a type that is part of the language. */
  record Listed(List<Value> items, String type) implements Value {}

  /**
   * A table.
   *
   * @param whole whether it has no other keys
   * @param type its type, when that is part of the language; or empty
   */
  record Table(Map<String, Value> entries, boolean whole, String type) implements Value {}

  /** A function or class of the program itself. */
  record Own(Node node) implements Value {}

  /** An object of a class of the program itself. */
  record Instance(Node.Type type) implements Value {}

  /** Something of a type that is part of the language. */
  record Typed(String type) implements Value {}

  /** The type of what is part of the language; empty for the rest. */
  static String builtIn(Value value) {
    if (value instanceof Words words) {
      return words.type();
    }
    if (value instanceof Listed listed) {
      return listed.type();
    }
    if (value instanceof Table table) {
      return table.type();
    }
    return value instanceof Typed typed ? typed.type() : "";
  }
}
