package org.portcullis.dissection.code;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.portcullis.dissection.code.tree.Doubt;

/** Collects what a program does: each thing once, and not without end. */
final class Findings {

  private static final int MAX = 1000;

  /** Texts that are handed on are no longer than this together. */
  private static final int MAX_HANDED = 256 * 1024;

  private final Set<CodeFinding> found = new LinkedHashSet<>();
  private int handed;

  void use(String verb, String name, List<Optional<String>> arguments) {
    add(new CodeFinding.Use(verb, name, arguments));
  }

  void use(String verb, String name) {
    use(verb, name, List.of());
  }

  /** A module whose name is empty is the one that the program is in. */
  void imported(String module) {
    use("import", module.isEmpty() ? "." : module);
  }

  void doubt(Doubt doubt) {
    add(new CodeFinding.Opaque(doubt));
  }

  void hand(CodeFinding.Handed finding) {
    handed += finding.words().stream().mapToInt(String::length).sum();
    if (handed > MAX_HANDED) {
      doubt(Doubt.LIMIT);
    } else {
      add(finding);
    }
  }

  private void add(CodeFinding finding) {
    if (found.size() < MAX) {
      found.add(finding);
    } else {
      // One more says that there are more.
      found.add(new CodeFinding.Opaque(Doubt.LIMIT));
    }
  }

  List<CodeFinding> all() {
    return new ArrayList<>(found);
  }
}
