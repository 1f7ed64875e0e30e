package org.portcullis.tools.lint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.portcullis.json.StrictJson;
import org.portcullis.policy.lint.Finding;
import org.portcullis.policy.lint.LintKnowledge;
import org.portcullis.policy.lint.PolicyLint;
import org.portcullis.policy.lint.Severity;
import org.portcullis.tools.Calls;
import org.portcullis.tools.Exit;
import org.portcullis.tools.Options;
import org.portcullis.tools.PolicyFile;
import org.portcullis.tools.Terminal;
import org.portcullis.tools.Tool;
import org.portcullis.tools.Unusable;
import org.portcullis.tools.World;

/** {@code lint}: what a policy most likely does not mean. */
public final class LintTool implements Tool {

  @Override
  public String usage() {
    return """
        lint FILE [--tools TOOLS.json] [--people PEOPLE.json] [--sarif OUT.json] [--json] [--quiet]
                  [--warnings-as-errors]        what the policy most likely does not mean""";
  }

  @Override
  public Set<String> valued() {
    return Set.of("--tools", "--people", "--sarif");
  }

  @Override
  public Set<String> flags() {
    return Set.of("--json", "--quiet", "--warnings-as-errors");
  }

  @Override
  public int run(Options options, Terminal terminal) {
    String file = options.operand(0, "the policy file");
    options.atMost(1);
    List<Finding> findings =
        PolicyLint.lint(PolicyFile.text(file), knowledge(options, file, terminal));
    options
        .value("--sarif")
        .ifPresent(
            out -> PolicyFile.write(out, Terminal.pretty(SarifReport.of(file, findings)) + "\n"));
    if (options.has("--json")) {
      terminal.say(json(file, findings));
    } else {
      print(file, findings, options.has("--quiet"), terminal);
    }
    Severity least = options.has("--warnings-as-errors") ? Severity.WARNING : Severity.ERROR;
    boolean found = findings.stream().anyMatch(finding -> finding.isAtLeast(least));
    return found ? Exit.FOUND : Exit.CLEAN;
  }

  private static LintKnowledge knowledge(Options options, String file, Terminal terminal) {
    IntFunction<@Nullable Instant> changed = GitDates.of(file);
    return new LintKnowledge(
        World.of(options, terminal).tools(),
        Optional.empty(),
        options.value("--people").map(LintTool::people).orElse(Map.of()),
        changed,
        terminal.clock().instant());
  }

  private static Map<String, Set<String>> people(String file) {
    Map<String, Set<String>> people = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> group :
        Calls.object(file, PolicyFile.text(file)).properties()) {
      if (!group.getValue().isArray()) {
        throw new Unusable(file + ": " + group.getKey() + " (expected: a list of names)");
      }
      Set<String> names = new LinkedHashSet<>();
      group.getValue().forEach(name -> names.add(name.asText()));
      people.put(group.getKey(), names);
    }
    return people;
  }

  private static void print(String file, List<Finding> findings, boolean quiet, Terminal terminal) {
    for (Finding finding : findings) {
      if (!quiet || finding.severity() != Severity.NOTE) {
        terminal.say(
            file
                + ":"
                + finding.line()
                + ":"
                + finding.column()
                + ": "
                + finding.severity().label()
                + " "
                + finding.rule().id()
                + ": "
                + finding.message());
      }
    }
    terminal.say(
        count(findings, Severity.ERROR)
            + " errors, "
            + count(findings, Severity.WARNING)
            + " warnings, "
            + count(findings, Severity.NOTE)
            + " notes");
  }

  private static long count(List<Finding> findings, Severity severity) {
    return findings.stream().filter(finding -> finding.severity() == severity).count();
  }

  private static ObjectNode json(String file, List<Finding> findings) {
    ObjectNode document = StrictJson.object().put("file", file);
    ArrayNode list = document.putArray("findings");
    findings.stream().map(Finding::document).forEach(list::add);
    return document;
  }
}
