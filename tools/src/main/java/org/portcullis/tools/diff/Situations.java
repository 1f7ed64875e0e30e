package org.portcullis.tools.diff;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.portcullis.policy.condition.ConditionFacts;
import org.portcullis.policy.condition.ConditionFacts.Comparison;
import org.portcullis.policy.condition.ConditionFacts.Path;

/**
 * Finds values on both sides of every boundary that some conditions draw: the constants that they
 * compare with and their neighbors, and values that are not there.
 */
final class Situations {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final int MAX = 512;
  private static final BigDecimal CENT = new BigDecimal("0.01");

  private static final Comparator<Path> BY_TEXT = Comparator.comparing(Path::toString);

  private final Map<Path, Set<Optional<JsonNode>>> candidates = new LinkedHashMap<>();

  private Situations() {}

  /** The situations that these conditions tell apart; one where there is no condition. */
  static List<Situation> of(List<String> conditions) {
    Situations situations = new Situations();
    for (String condition : conditions) {
      ConditionFacts facts = ConditionFacts.of(condition);
      facts.comparisons().forEach(situations::compared);
      facts.used().stream().sorted(BY_TEXT).forEach(situations::used);
      facts.tested().stream().sorted(BY_TEXT).forEach(situations::used);
    }
    return situations.all();
  }

  private void compared(Comparison comparison) {
    Set<Optional<JsonNode>> values = values(comparison.path());
    Object constant = comparison.constant();
    if (comparison.path().variable().equals("now") && constant instanceof String instant) {
      times(instant).forEach(time -> values.add(Optional.of(NODES.textNode(time))));
    } else if (constant instanceof Long whole) {
      around(BigDecimal.valueOf(whole), BigDecimal.ONE, values);
    } else if (constant instanceof Double fraction) {
      around(BigDecimal.valueOf(fraction), CENT, values);
    } else if (constant instanceof Boolean) {
      values.add(Optional.of(NODES.booleanNode(true)));
      values.add(Optional.of(NODES.booleanNode(false)));
    } else {
      texts(comparison.operator(), constant.toString()).stream()
          .map(NODES::textNode)
          .forEach(text -> values.add(Optional.of(text)));
    }
  }

  private static List<String> times(String instant) {
    try {
      Instant at = Instant.parse(instant);
      return List.of(at.toString(), at.minusSeconds(1).toString(), at.plusSeconds(1).toString());
    } catch (DateTimeException e) {
      return List.of();
    }
  }

  private static void around(BigDecimal constant, BigDecimal step, Set<Optional<JsonNode>> values) {
    for (BigDecimal value : List.of(constant, constant.add(step), constant.subtract(step))) {
      boolean whole = value.stripTrailingZeros().scale() <= 0;
      values.add(
          Optional.of(whole ? NODES.numberNode(value.toBigInteger()) : NODES.numberNode(value)));
    }
  }

  private static List<String> texts(String operator, String constant) {
    return switch (operator) {
      case "startsWith" -> List.of(constant + "x", "other");
      case "endsWith" -> List.of("x" + constant, "other");
      case "contains" -> List.of("x" + constant + "x", "other");
      case "matches" -> List.of(constant.replaceAll("\\(\\?[a-z]+\\)|[\\^$\\\\]", ""), "other");
      default -> List.of(constant, constant + "x");
    };
  }

  /** A value may also be missing, and one that is compared with nothing may be anything. */
  private void used(Path path) {
    Set<Optional<JsonNode>> values = values(path);
    if (values.isEmpty()) {
      values.add(Optional.of(NODES.booleanNode(true)));
      values.add(Optional.of(NODES.booleanNode(false)));
      values.add(Optional.of(NODES.textNode("x")));
    }
    values.add(Optional.empty());
  }

  private Set<Optional<JsonNode>> values(Path path) {
    return candidates.computeIfAbsent(path, any -> new LinkedHashSet<>());
  }

  private List<Situation> all() {
    long product = 1;
    for (Set<Optional<JsonNode>> values : candidates.values()) {
      product = Math.min(product * values.size(), MAX + 1L);
    }
    return product <= MAX ? every() : oneByOne();
  }

  private List<Situation> every() {
    List<Map<Path, Optional<JsonNode>>> all = new ArrayList<>(List.of(Map.of()));
    for (Map.Entry<Path, Set<Optional<JsonNode>>> entry : candidates.entrySet()) {
      List<Map<Path, Optional<JsonNode>>> longer = new ArrayList<>();
      for (Map<Path, Optional<JsonNode>> known : all) {
        for (Optional<JsonNode> value : entry.getValue()) {
          longer.add(with(known, entry.getKey(), value));
        }
      }
      all = longer;
    }
    return all.stream().map(Situation::new).toList();
  }

  /** Where there are too many together, each is varied while the others stay. */
  private List<Situation> oneByOne() {
    Map<Path, Optional<JsonNode>> base = new LinkedHashMap<>();
    candidates.forEach((path, values) -> base.put(path, values.iterator().next()));
    List<Situation> all = new ArrayList<>(List.of(new Situation(base)));
    candidates.forEach(
        (path, values) ->
            values.stream()
                .limit(MAX)
                .forEach(value -> all.add(new Situation(with(base, path, value)))));
    return all;
  }

  private static Map<Path, Optional<JsonNode>> with(
      Map<Path, Optional<JsonNode>> known, Path path, Optional<JsonNode> value) {
    Map<Path, Optional<JsonNode>> longer = new LinkedHashMap<>(known);
    longer.put(path, value);
    return longer;
  }
}
