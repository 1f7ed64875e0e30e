package org.portcullis.tools.cases;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.portcullis.json.StrictJson;
import org.portcullis.tools.Exit;
import org.portcullis.tools.Options;
import org.portcullis.tools.PolicyFile;
import org.portcullis.tools.Terminal;
import org.portcullis.tools.Tool;
import org.portcullis.tools.Unusable;
import org.portcullis.tools.World;

/** {@code test}: cases beside the policy, what they cover, and what they would not notice. */
public final class TestTool implements Tool {

  @Override
  public String usage() {
    return """
        test FILE CASES.yaml… [--tools TOOLS.json] [--junit OUT.xml] [--json]
                  [--min-coverage PERCENT] [--min-score PERCENT]
                                                cases, rules that none covers, changes that none notices""";
  }

  @Override
  public Set<String> valued() {
    return Set.of("--junit", "--min-coverage", "--min-score", "--tools", "--catalogue");
  }

  @Override
  public Set<String> flags() {
    return Set.of("--json");
  }

  @Override
  public int run(Options options, Terminal terminal) {
    PolicyFile file = PolicyFile.read(options.operand(0, "the policy file"));
    List<String> caseFiles = options.operandsFrom(1);
    if (caseFiles.isEmpty()) {
      throw new Unusable("a file of cases is missing");
    }
    int minCoverage = options.percentage("--min-coverage").orElse(0);
    int minScore = options.percentage("--min-score").orElse(0);
    World world = World.of(options, terminal);
    List<TestCase> cases = new ArrayList<>();
    for (String name : caseFiles) {
      cases.addAll(CaseReader.read(name, world, terminal.clock().instant()));
    }
    TestReport report = TestReport.of(file, cases);
    options
        .value("--junit")
        .ifPresent(out -> PolicyFile.write(out, JunitReport.of(file.name(), report)));
    if (options.has("--json")) {
      terminal.say(json(file, report));
    } else {
      print(file, report, terminal);
    }
    boolean enough = report.coverage() >= minCoverage && report.score() >= minScore;
    return report.failed() == 0 && enough ? Exit.CLEAN : Exit.FOUND;
  }

  private static void print(PolicyFile file, TestReport report, Terminal terminal) {
    for (CaseResult result : report.results()) {
      if (!result.passed()) {
        TestCase test = result.test();
        terminal.say("FAILED " + test.file() + ":" + test.line() + ": " + test.name());
        result.differences().forEach(difference -> terminal.say("       " + difference));
      }
    }
    summary(file, report, terminal);
  }

  private static void summary(PolicyFile file, TestReport report, Terminal terminal) {
    terminal.say(report.results().size() + " cases, " + report.failed() + " failed");
    terminal.say(
        "coverage "
            + report.coverage()
            + " %: "
            + report.covered().size()
            + " of "
            + report.rules().size()
            + " rules decide a case");
    for (String rule : report.uncovered()) {
      terminal.say("  " + file.name() + ":" + file.lineOf(rule) + ": no case for rule " + rule);
    }
    terminal.say(
        "mutation score "
            + report.score()
            + " %: "
            + (report.mutants() - report.survived().size())
            + " of "
            + report.mutants()
            + " changes of the policy are noticed");
    for (Mutant mutant : report.survived()) {
      terminal.say("  " + file.name() + ":" + mutant.line() + ": survived " + mutant.change());
    }
  }

  private static ObjectNode json(PolicyFile file, TestReport report) {
    ObjectNode document = StrictJson.object().put("policy", file.name());
    ArrayNode cases = document.putArray("cases");
    for (CaseResult result : report.results()) {
      ObjectNode entry =
          cases
              .addObject()
              .put("file", result.test().file())
              .put("line", result.test().line())
              .put("name", result.test().name())
              .put("passed", result.passed())
              .put("decision", result.decision().effect().label());
      result.differences().forEach(entry.putArray("differences")::add);
    }
    document.put("coverage", report.coverage());
    report.uncovered().forEach(document.putArray("uncovered")::add);
    document.put("score", report.score()).put("mutants", report.mutants());
    ArrayNode survived = document.putArray("survived");
    report
        .survived()
        .forEach(
            mutant ->
                survived.addObject().put("line", mutant.line()).put("change", mutant.change()));
    return document;
  }
}
