package org.portcullis.policy.lint;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.portcullis.policy.Effect;
import org.portcullis.policy.Glob;
import org.portcullis.policy.Rule;
import org.portcullis.policy.lint.KnownTools.Tool;
import org.portcullis.policy.lint.LintedPolicy.PlacedRule;

/**
 * L2: something that destroys is let through, nobody is asked, and no condition narrows it. What
 * destroys is told by the verb of the command, by a word of the tool's name, or by its server.
 */
final class DestructiveCheck implements LintCheck {

  private static final Set<String> WORDS =
      Set.of(
          "delete",
          "drop",
          "remove",
          "destroy",
          "purge",
          "truncate",
          "wipe",
          "erase",
          "kill",
          "terminate",
          "revoke",
          "reset",
          "format",
          "uninstall",
          "shutdown");
  private static final Map<String, Set<String>> VERBS =
      Map.of(
          "sql", Set.of("delete", "drop", "truncate", "alter", "grant", "revoke"),
          "file", Set.of("delete"),
          "http", Set.of("delete"),
          "shell", Set.of("rm", "rmdir", "shred", "dd", "mkfs", "kill", "shutdown", "reboot"));

  @Override
  public void run(LintedPolicy policy) {
    for (PlacedRule placed : policy.rules()) {
      Rule rule = placed.rule();
      if (rule.opens() && rule.effect() != Effect.APPROVE && rule.when().isEmpty()) {
        for (int i = 0; i < rule.commands().size(); i++) {
          check(policy, placed, i);
        }
      }
    }
  }

  private static void check(LintedPolicy policy, PlacedRule placed, int index) {
    Glob glob = placed.rule().commands().get(index);
    Optional<String> found =
        isDestructive(glob.text()) && !isStopped(policy, placed, glob)
            ? Optional.of(glob.text())
            : tool(policy, placed, glob);
    if (found.isPresent()) {
      policy.found(
          LintRule.DESTRUCTIVE,
          Severity.WARNING,
          "rule " + placed.rule().id() + " lets through " + found.get() + ", and nobody is asked",
          placed.part("commands", index));
    }
  }

  private static Optional<String> tool(LintedPolicy policy, PlacedRule placed, Glob glob) {
    return policy.knowledge().tools().byConnection().entrySet().stream()
        .filter(entry -> placed.rule().isOn(entry.getKey()))
        .flatMap(entry -> entry.getValue().stream())
        .filter(tool -> tool.destructive() || isDestructive(tool.command()))
        .map(Tool::command)
        .filter(glob::matches)
        .filter(command -> !isStopped(policy, placed, Glob.of(command)))
        .findFirst();
  }

  /** Whether everyone who has the rule has another that always asks about the command or blocks. */
  private static boolean isStopped(LintedPolicy policy, PlacedRule placed, Glob glob) {
    return policy.rulesWith(placed.role().name()).stream()
        .map(PlacedRule::rule)
        .filter(rule -> !rule.shadow() && rule.when().isEmpty())
        .filter(rule -> rule.effect().compareTo(Effect.APPROVE) >= 0)
        .filter(rule -> Patterns.cover(rule.on(), placed.rule().on()))
        .anyMatch(rule -> rule.commands().stream().anyMatch(other -> other.covers(glob)));
  }

  private static boolean isDestructive(String command) {
    List<String> parts = List.of(command.split(":", 3));
    String kind = parts.get(0);
    if (parts.size() < 2) {
      return false;
    }
    if (VERBS.containsKey(kind)) {
      return VERBS.get(kind).contains(parts.get(1).toLowerCase(Locale.ROOT));
    }
    return kind.equals("tool") && words(parts.get(1)).stream().anyMatch(WORDS::contains);
  }

  /**
   * The words of {@code delete_customer}, {@code deleteCustomer} and {@code crm.delete-customer}.
   */
  private static List<String> words(String name) {
    String apart = name.replaceAll("([a-z0-9])([A-Z])", "$1 $2").replaceAll("[^A-Za-z0-9]+", " ");
    return List.of(apart.strip().toLowerCase(Locale.ROOT).split(" "));
  }
}
