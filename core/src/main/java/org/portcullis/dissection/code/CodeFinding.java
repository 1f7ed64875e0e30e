package org.portcullis.dissection.code;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.portcullis.dissection.code.tree.Doubt;

/** One thing that a program does. */
public sealed interface CodeFinding {

  /**
   * It uses something by name.
   *
   * @param verb {@code import}, {@code call}, {@code read} or {@code write}
   * @param name what is used; dotted; {@code *} in front for a member of something unknown
   * @param arguments for a call, its arguments: texts that are told, and empty for all others
   */
  record Use(String verb, String name, List<Optional<String>> arguments) implements CodeFinding {

    public Use {
      requireNonNull(verb, "verb");
      requireNonNull(name, "name");
      arguments = List.copyOf(arguments);
    }
  }

  /**
   * It hands a text to something that the gate reads by itself.
   *
   * @param kind {@code shell}, {@code sql}, {@code http}, {@code file}
   * @param words the text; for {@code argv} the program and its arguments; empty when it is not
   *     told
   * @param argv whether the words are started without a shell
   * @param access what is done to a file: {@code read}, {@code write}, {@code delete}
   * @param method the method of a request; empty when it is not told
   * @param callee what it is handed to
   */
  record Handed(
      String kind,
      List<String> words,
      boolean argv,
      Set<String> access,
      String method,
      String callee)
      implements CodeFinding {

    public Handed {
      requireNonNull(kind, "kind");
      words = List.copyOf(words);
      access = Set.copyOf(access);
      requireNonNull(method, "method");
      requireNonNull(callee, "callee");
    }
  }

  /** It does something that cannot be told. */
  record Opaque(Doubt doubt) implements CodeFinding {

    public Opaque {
      requireNonNull(doubt, "doubt");
    }
  }
}
