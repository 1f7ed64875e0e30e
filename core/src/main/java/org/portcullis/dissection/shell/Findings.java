package org.portcullis.dissection.shell;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.portcullis.command.CommandName;
import org.portcullis.dissection.file.FilePath;

/** Collects what a text does: of one line each thing once, and not without end. */
final class Findings {

  static final String SHELL = "shell";
  static final String FILE = "file";
  static final String CODE = "code";

  private static final String OPAQUE = "opaque";
  private static final int MAX = 1000;

  private final List<ShellFinding> found = new ArrayList<>();
  private final Set<Key> known = new HashSet<>();

  /** What makes two findings the same; cheap, because findings of one line share its text. */
  private record Key(String kind, String verb, String object, String reason, String text) {}

  void program(String program, String object, ShellLine line) {
    String spelled = object.isEmpty() ? ShellFinding.NOTHING : object;
    if (CommandName.isValid(SHELL + ":" + program + ":" + spelled)) {
      add(SHELL, program, spelled, line);
    } else {
      add(SHELL, program, ShellFinding.ANYTHING, line);
      opaque(SHELL, Doubt.NAME, line);
    }
  }

  void file(String access, Word path, ShellLine line) {
    Optional<String> name =
        path.known() ? FilePath.read(path.value()).map(FilePath::text) : Optional.empty();
    if (name.filter(text -> CommandName.isValid(FILE + ":" + access + ":" + text)).isPresent()) {
      add(FILE, access, name.get(), line);
    } else {
      opaque(FILE, path.known() ? Doubt.NAME : path.doubt(), line);
    }
  }

  void opaque(String kind, Doubt doubt, ShellLine line) {
    add(kind, OPAQUE, ShellFinding.ANYTHING, line.because(doubt));
  }

  private void add(String kind, String verb, String object, ShellLine line) {
    String reason = line.reason().orElse("");
    if (found.size() > MAX || !known.add(new Key(kind, verb, object, reason, line.text()))) {
      return;
    }
    if (found.size() < MAX) {
      found.add(new ShellFinding(kind, verb, object, line));
    } else {
      ShellLine last = line.because(Doubt.LIMIT);
      found.add(new ShellFinding(SHELL, OPAQUE, ShellFinding.ANYTHING, last));
    }
  }

  List<ShellFinding> all() {
    return List.copyOf(found);
  }
}
