package org.portcullis.tools.diff;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.portcullis.command.Command;
import org.portcullis.command.CommandName;
import org.portcullis.json.StrictJson;
import org.portcullis.policy.Glob;
import org.portcullis.policy.Rule;
import org.portcullis.tools.Samples;

/**
 * A command that stands for those that some patterns tell apart.
 *
 * @param label the patterns, for people
 * @param command without arguments
 */
record CommandSample(String label, Command command) {

  private static final int MAX_PAIRS = 20_000;
  private static final Set<String> NEVER_INSIDE =
      Set.of("tool", "resource", "prompt", "completion");

  /** One for each pattern of the rules, for each two that overlap, and for what stands inside. */
  static List<CommandSample> of(List<Rule> rules) {
    Set<Glob> patterns = new LinkedHashSet<>();
    rules.forEach(rule -> patterns.addAll(rule.commands()));
    List<CommandSample> samples = new ArrayList<>();
    for (Glob pattern : patterns) {
      add(samples, pattern.text(), Samples.of(pattern, patterns));
    }
    overlaps(patterns.stream().filter(glob -> !glob.isLiteral()).toList(), samples);
    insides(rules, List.copyOf(samples), samples);
    return samples;
  }

  private static void add(List<CommandSample> samples, String label, String text) {
    String name = text.indexOf(':') < 0 ? "other:" + text : text;
    if (CommandName.isValid(name)) {
      samples.add(
          new CommandSample(label, Command.of(new CommandName(name), StrictJson.object(), "")));
    }
  }

  private static void overlaps(List<Glob> patterns, List<CommandSample> samples) {
    int pairs = 0;
    for (int i = 0; i < patterns.size(); i++) {
      for (int j = i + 1; j < patterns.size() && pairs < MAX_PAIRS; j++, pairs++) {
        Glob one = patterns.get(i);
        Glob other = patterns.get(j);
        String both = longer(prefix(one), prefix(other)) + "x" + longer(suffix(one), suffix(other));
        boolean apart = !one.covers(other) && !other.covers(one);
        if (apart && one.matches(both) && other.matches(both)) {
          add(samples, one.text() + " and " + other.text(), both);
        }
      }
    }
  }

  /** What a command lets through with {@code inner: any} is decided inside of it. */
  private static void insides(
      List<Rule> rules, List<CommandSample> outside, List<CommandSample> samples) {
    for (CommandSample outer : outside) {
      boolean opens =
          rules.stream().anyMatch(rule -> rule.innerAny() && rule.names(outer.command.name()));
      if (opens) {
        for (CommandSample inner : outside) {
          if (!NEVER_INSIDE.contains(inner.command.name().kind())) {
            samples.add(inside(outer, inner.label, inner.command));
          }
        }
        Command opaque = Command.of(CommandName.opaque("sql"), StrictJson.object(), "");
        samples.add(inside(outer, opaque.name().text(), opaque));
      }
    }
  }

  private static CommandSample inside(CommandSample outer, String label, Command inner) {
    return new CommandSample(
        outer.label + " with " + label + " inside", outer.command.withInner(List.of(inner)));
  }

  private static String prefix(Glob glob) {
    return glob.text().split("[*?]", 2)[0];
  }

  private static String suffix(Glob glob) {
    String text = glob.text();
    return text.substring(Math.max(text.lastIndexOf('*'), text.lastIndexOf('?')) + 1);
  }

  private static String longer(String one, String other) {
    return one.length() >= other.length() ? one : other;
  }
}
