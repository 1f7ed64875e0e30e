package org.portcullis.dissection.shell;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Programs that start the program that their operands name.
 *
 * @param options what stands before it
 * @param skip how many operands stand before it
 * @param assignments whether variables may be set before it
 * @param shell whether a shell is started when none is named
 */
record Wrappers(Options options, int skip, boolean assignments, boolean shell)
    implements ProgramRule {

  private static final String FILE = "wrappers.tsv";

  /** Options of those that set variables, which start a shell. */
  private static final Set<String> LOGIN = Set.of("i", "s", "login", "shell");

  /** Options of those that set variables, which start an editor for files. */
  private static final Set<String> EDIT = Set.of("e", "edit");

  static void addTo(Map<String, ProgramRule> rules) {
    for (String[] columns : ResourceLists.rows(FILE)) {
      Options options = Options.of(columns[1], columns[2], columns[3], columns[4]);
      Wrappers rule =
          new Wrappers(
              options,
              Integer.parseInt(columns[5]),
              columns[6].contains("set"),
              columns[6].contains("shell"));
      for (String name : columns[0].split(" ", -1)) {
        rules.put(name, rule);
      }
    }
  }

  @Override
  public void apply(Started started) {
    Options.Parsed parsed = options.parse(started.argv(), 1);
    if (!parsed.sure()) {
      started.opaque(Doubt.OPTION);
    }
    int at = parsed.end();
    if (assignments && parsed.given().stream().anyMatch(given -> EDIT.contains(given.name()))) {
      edits(started, started.from(at));
      return;
    }
    if (assignments) {
      at = Env.behindAssignments(started, at);
    }
    List<Word> skipped = started.from(at).subList(0, Math.min(skip, started.from(at).size()));
    skipped.forEach(started::doubt);
    List<Word> inner = started.from(at + skip);
    boolean line = skip > 0 && inner.size() > 1 && inner.get(0).value().equals("-c");
    if (line) {
      started.onNothing();
      started.reads(inner.get(1));
    } else {
      started.wraps(inner);
    }
    boolean asked =
        !assignments || parsed.given().stream().anyMatch(given -> LOGIN.contains(given.name()));
    if (inner.isEmpty() && shell && asked) {
      started.readsInput();
    }
  }

  private static void edits(Started started, List<Word> files) {
    Operands.each(started, files);
    files.forEach(file -> started.file("write", file));
    started.opaque(Doubt.CODE);
  }
}
