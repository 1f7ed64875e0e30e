package org.portcullis.bench.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A policy made up from a seed: the same seed and size give the same policy anywhere. Of the twenty
 * rules of a role, fourteen name one tool, six are patterns; two have a condition, two block. Roles
 * include one another in chains of five.
 */
final class GeneratedPolicy {

  static final int CONNECTIONS = 8;

  static final int CHAIN = 5;
  private static final int LARGEST_LIMIT = 1000;
  private static final List<String> VERBS =
      List.of("find", "get", "list", "create", "update", "delete", "send", "export");
  private static final List<String> NOUNS =
      List.of(
          "order",
          "customer",
          "invoice",
          "ticket",
          "refund",
          "account",
          "report",
          "message",
          "product",
          "price",
          "stock",
          "supplier",
          "contract",
          "payment",
          "address",
          "note",
          "event",
          "task",
          "file",
          "folder",
          "query",
          "table",
          "job",
          "host",
          "alert");

  private final Size size;
  private final Random random;
  private final List<Draft> rules = new ArrayList<>();

  GeneratedPolicy(Size size, long seed) {
    this.size = size;
    this.random = new Random(seed);
    for (int role = 0; role < size.roles(); role++) {
      for (int i = 0; i < size.rulesPerRole(); i++) {
        rules.add(rule(role, i));
      }
    }
  }

  Size size() {
    return size;
  }

  List<Draft> rules() {
    return List.copyOf(rules);
  }

  /** The role that a role includes. */
  static Optional<Integer> included(int role) {
    return role % CHAIN == 0 ? Optional.empty() : Optional.of(role - 1);
  }

  /** How a role is spelled; the group that gives it is spelled alike. */
  static String name(int role) {
    return "role-" + role;
  }

  static String connection(int number) {
    return (number % 2 == 0 ? "desk-" : "shop-") + number;
  }

  /** The name of a tool by its number. */
  static String tool(int number) {
    int verb = number % VERBS.size();
    int noun = number / VERBS.size() % NOUNS.size();
    return VERBS.get(verb) + "_" + NOUNS.get(noun) + "_" + number / VERBS.size() / NOUNS.size();
  }

  String yaml() {
    StringBuilder yaml = new StringBuilder("version: 1\ngroups:\n");
    IntStream.range(0, size.roles())
        .mapToObj(GeneratedPolicy::name)
        .forEach(role -> yaml.append("  ").append(role).append(": [").append(role).append("]\n"));
    yaml.append("roles:\n");
    for (int role = 0; role < size.roles(); role++) {
      int from = role * size.rulesPerRole();
      yaml.append("  ").append(name(role)).append(":\n");
      included(role)
          .ifPresent(other -> yaml.append("    includes: [").append(name(other)).append("]\n"));
      yaml.append("    rules:\n")
          .append(
              rules.subList(from, from + size.rulesPerRole()).stream()
                  .map(rule -> "    - " + rule.yaml() + "\n")
                  .collect(Collectors.joining()));
    }
    return yaml.toString();
  }

  private Draft rule(int role, int index) {
    String id = "r" + rules.size();
    String noun =
        NOUNS.get(random.nextInt(Math.min(NOUNS.size(), 1 + size.tools() / VERBS.size())));
    return switch (index) {
      case 0 -> new Draft(id, true, role, "*", "list_" + noun + "*", Optional.empty());
      case 1 -> new Draft(id, true, role, "desk-*", "find_*", Optional.empty());
      case 2 -> new Draft(id, true, role, "*", "*_" + noun + "_0", Optional.empty());
      case 3 -> new Draft(id, true, role, on(), "*et_" + noun + "_*", Optional.empty());
      case 4 -> new Draft(id, true, role, on(), "e*t_" + noun + "*", Optional.empty());
      case 5 -> new Draft(id, false, role, "*", "delete_" + noun + "*", Optional.empty());
      case 6 -> new Draft(id, false, role, on(), anyTool(), Optional.empty());
      case 7, 8 ->
          new Draft(
              id, true, role, on(), anyTool(), Optional.of(1 + random.nextInt(LARGEST_LIMIT)));
      default -> new Draft(id, true, role, on(), anyTool(), Optional.empty());
    };
  }

  private String anyTool() {
    return tool(random.nextInt(size.tools()));
  }

  private String on() {
    return switch (random.nextInt(4)) {
      case 0 -> connection(random.nextInt(CONNECTIONS));
      case 1 -> "shop-*";
      default -> "*";
    };
  }
}
