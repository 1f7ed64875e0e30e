package org.portcullis.dissection.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Programs whose first operands say what they do: those are the object.
 *
 * @param options what may stand before them
 * @param depth how many of them
 */
record Subcommands(Options options, int depth) implements ProgramRule {

  static void addTo(Map<String, ProgramRule> rules) {
    for (String[] columns : ResourceLists.rows("subcommands.tsv")) {
      Options options = Options.of(columns[2], columns[3], columns[4], columns[5]);
      Subcommands rule = new Subcommands(options, Integer.parseInt(columns[1]));
      for (String name : columns[0].split(" ", -1)) {
        rules.put(name, rule);
      }
    }
  }

  @Override
  public void apply(Started started) {
    List<String> verbs = new ArrayList<>();
    boolean sure = true;
    int at = 1;
    while (verbs.size() < depth && at < started.argv().size()) {
      Options.Parsed parsed = options.parse(started.argv(), at);
      sure &= parsed.sure();
      at = parsed.end() + 1;
      started.word(parsed.end()).ifPresent(word -> verbs.add(word.value()));
    }
    started.on(String.join(" ", verbs));
    started.from(1).forEach(started::doubt);
    if (!sure) {
      started.opaque(Doubt.OPTION);
    }
  }
}
