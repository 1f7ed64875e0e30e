package org.portcullis.policy.lint;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.portcullis.policy.condition.ConditionFacts;
import org.portcullis.policy.condition.ConditionFacts.Comparison;
import org.portcullis.policy.condition.ConditionFacts.Path;
import org.portcullis.policy.lint.KnownTools.Tool;
import org.portcullis.policy.lint.LintedPolicy.PlacedRule;

/**
 * L15, where the tools are known: conditions on arguments that a tool does not have, that a call
 * may leave out, or that are of another type. Each of them makes the condition fail, and so blocks.
 */
final class ArgumentCheck implements LintCheck {

  private static final Set<String> ORDERINGS = Set.of("<", "<=", ">", ">=");

  @Override
  public void run(LintedPolicy policy) {
    for (PlacedRule placed : policy.rules()) {
      if (placed.rule().when().isPresent()) {
        condition(policy, placed, placed.rule().when().get().toString());
      }
    }
  }

  private static void condition(LintedPolicy policy, PlacedRule placed, String when) {
    ConditionFacts facts = ConditionFacts.of(when);
    Map<Complaint, List<String>> complaints = new LinkedHashMap<>();
    for (Map.Entry<String, List<Tool>> connection :
        policy.knowledge().tools().byConnection().entrySet()) {
      if (placed.rule().isOn(connection.getKey())) {
        connection.getValue().stream()
            .filter(tool -> isMeant(placed, tool))
            .forEach(tool -> tool(facts, tool, complaints));
      }
    }
    complaints.forEach(
        (complaint, tools) ->
            policy.found(
                LintRule.ARGUMENT,
                complaint.severity(),
                complaint.text() + " (" + named(tools) + ")",
                placed.part("when")));
  }

  private static boolean isMeant(PlacedRule placed, Tool tool) {
    return placed.rule().commands().stream().anyMatch(glob -> glob.matches(tool.command()));
  }

  private static void tool(
      ConditionFacts facts, Tool tool, Map<Complaint, List<String>> complaints) {
    for (Path path : facts.arguments()) {
      SchemaWalk walk = SchemaWalk.along(tool.schema(), path.steps());
      if (walk.unknownStep()) {
        add(
            complaints,
            tool,
            Severity.ERROR,
            path + " is no argument of the tool, so the condition fails or is never true");
      } else if (walk.mayBeAbsent() && facts.used().contains(path) && !isGuarded(facts, path)) {
        add(
            complaints,
            tool,
            Severity.WARNING,
            path + " may be left out, and then the condition fails; ask has(" + path + ") first");
      }
    }
    for (Comparison comparison : facts.comparisons()) {
      type(comparison, tool, complaints);
    }
  }

  private static boolean isGuarded(ConditionFacts facts, Path path) {
    return facts.tested().stream().anyMatch(tested -> tested.holds(path) || path.holds(tested));
  }

  private static void type(
      Comparison comparison, Tool tool, Map<Complaint, List<String>> complaints) {
    if (!comparison.path().variable().equals("args")) {
      return;
    }
    JsonNode type =
        SchemaWalk.along(tool.schema(), comparison.path().steps()).schema().path("type");
    if (type.isTextual() && !fits(type.textValue(), comparison.constant())) {
      String what =
          ORDERINGS.contains(comparison.operator())
              ? ", so the condition fails"
              : ", so it is never equal to " + comparison.constant();
      add(complaints, tool, Severity.ERROR, comparison.path() + " is a " + type.textValue() + what);
    }
  }

  private static boolean fits(String type, Object constant) {
    return switch (type) {
      case "string" -> constant instanceof String;
      case "number", "integer" -> constant instanceof Number;
      case "boolean" -> constant instanceof Boolean;
      case "object", "array" -> false;
      default -> true;
    };
  }

  private static void add(
      Map<Complaint, List<String>> complaints, Tool tool, Severity severity, String text) {
    complaints
        .computeIfAbsent(new Complaint(severity, text), key -> new ArrayList<>())
        .add(tool.name());
  }

  private static String named(List<String> tools) {
    int more = tools.size() - 1;
    return more == 0 ? tools.get(0) : tools.get(0) + " and " + more + " more";
  }

  private record Complaint(Severity severity, String text) {}
}
