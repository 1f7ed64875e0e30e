package org.portcullis.dissection.code;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.portcullis.dissection.code.tree.Node;

/** What names mean in a language, by a table. Immutable. */
final class Names {

  private final Map<String, Set<String>> words = new HashMap<>();
  private final Language language;

  private Names(Language language) {
    this.language = language;
  }

  /**
   * Reads the lines of one language.
   *
   * @param rows language, what the names are, names between blanks
   */
  static Names of(List<String[]> rows, Language language) {
    Names names = new Names(language);
    for (String[] row : rows) {
      if (row[0].equals(language.label())) {
        names
            .words
            .computeIfAbsent(row[1], key -> new HashSet<>())
            .addAll(List.of(row[2].split(" ", -1)));
      }
    }
    return names;
  }

  private boolean is(String what, String name) {
    return words.getOrDefault(what, Set.of()).contains(name);
  }

  Language language() {
    return language;
  }

  /** Whether the language knows the name without an import. */
  boolean isGlobal(String name) {
    return is("global", name) || isHarmless(name);
  }

  /** Whether it stands for a value that does nothing until it is called by its name. */
  boolean isHarmless(String name) {
    return is("value", name);
  }

  /** Whether it is the table of all global names. */
  boolean isGlobals(String name) {
    return is("globals", name);
  }

  /** Whether a member leads around names. */
  boolean isReflective(String member) {
    boolean dunder =
        language == Language.PYTHON
            && member.length() > 4
            && member.startsWith("__")
            && member.endsWith("__");
    return is("reflective", member) || (dunder && !is("plain", member));
  }

  /** Whether a function gives the module that it is given the name of. */
  boolean isImporter(String callee) {
    return is("importer", callee);
  }

  /** Whether a function gives the member that it is given the name of. */
  boolean isGetter(String callee) {
    return is("getter", callee);
  }

  /** Whether a class names its members in private, so that names in it mean others. */
  boolean isMangled(String name) {
    return language == Language.PYTHON && name.startsWith("__") && !name.endsWith("__");
  }

  /** Whether what is under such a decorator stays what it is when it is called. */
  boolean leavesFunction(Node decorator) {
    Node name = decorator instanceof Node.Call call ? call.callee() : decorator;
    StringBuilder dotted = new StringBuilder();
    while (name instanceof Node.Member member) {
      dotted.insert(0, "." + member.name());
      name = member.of();
    }
    return name instanceof Node.Name first && is("decorator", first.name() + dotted);
  }

  /** The function that is called through a method of its own; empty when none is. */
  String calledBy(String callee) {
    int dot = callee.lastIndexOf('.');
    boolean own = dot > 0 && !callee.startsWith("Reflect.");
    return own && is("indirect", callee.substring(dot + 1)) ? callee.substring(0, dot) : "";
  }

  /** A module as its members' names begin; several spellings are one. */
  String module(String spelled) {
    if (language == Language.PYTHON) {
      return spelled;
    }
    String bare = spelled.startsWith("node:") ? spelled.substring("node:".length()) : spelled;
    int slash = bare.indexOf('/');
    return slash > 0 && is("submodule", bare.substring(slash + 1))
        ? bare.substring(0, slash) + "." + bare.substring(slash + 1)
        : bare;
  }
}
