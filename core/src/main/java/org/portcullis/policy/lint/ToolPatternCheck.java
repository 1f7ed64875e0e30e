package org.portcullis.policy.lint;

import java.util.List;
import org.portcullis.policy.Glob;
import org.portcullis.policy.lint.KnownTools.Tool;
import org.portcullis.policy.lint.LintedPolicy.PlacedRule;

/**
 * L4, where the tools are known: patterns of tools that match none of them. A rule that also works
 * on a connection whose tools are not known is left alone.
 */
final class ToolPatternCheck implements LintCheck {

  @Override
  public void run(LintedPolicy policy) {
    KnownTools tools = policy.knowledge().tools();
    for (PlacedRule placed : policy.rules()) {
      if (!worksOnKnownOnly(placed.rule().on(), tools)) {
        continue;
      }
      List<Tool> reached =
          tools.byConnection().entrySet().stream()
              .filter(entry -> placed.rule().isOn(entry.getKey()))
              .flatMap(entry -> entry.getValue().stream())
              .toList();
      for (int i = 0; i < placed.rule().commands().size(); i++) {
        Glob glob = placed.rule().commands().get(i);
        boolean unmatched =
            glob.text().startsWith("tool:")
                && reached.stream().noneMatch(tool -> glob.matches(tool.command()));
        if (unmatched) {
          policy.found(
              LintRule.NEVER_WINS,
              Severity.WARNING,
              glob.text() + " matches no tool of its connections",
              placed.part("commands", i));
        }
      }
    }
  }

  private static boolean worksOnKnownOnly(List<Glob> on, KnownTools tools) {
    return !on.isEmpty()
        && on.stream()
            .allMatch(glob -> glob.isLiteral() && tools.byConnection().containsKey(glob.text()));
  }
}
