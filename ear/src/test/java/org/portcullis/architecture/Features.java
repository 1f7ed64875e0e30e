package org.portcullis.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;

import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.portcullis.architecture.planted.command.CommandThatKnowsPolicy;
import org.portcullis.architecture.planted.policy.PolicyThatKnowsCommand;
import org.portcullis.architecture.planted.surprise.FeatureNobodyPlanned;

/** The arrows between the features of the core. */
final class Features {

  private static final Set<String> WORDS =
      Set.of("text", "json", "command", "identity", "connection", "session");

  /** Each feature of the core and the features that it may know. The pipeline knows them all. */
  static final Map<String, Set<String>> MAY_KNOW =
      Map.ofEntries(
          entry("text", Set.of()),
          entry("json", Set.of("text")),
          entry("command", Set.of("json", "text")),
          entry("identity", Set.of("command")),
          entry("connection", Set.of("command", "identity", "json")),
          entry("session", Set.of("command", "identity", "connection")),
          entry("dissection", WORDS),
          entry("masking", WORDS),
          entry("recording", WORDS),
          entry("policy", plus("masking")),
          entry("approval", plus("policy", "recording", "masking")),
          entry("protocol", plus("policy", "masking")),
          entry(
              "pipeline",
              plus("dissection", "masking", "recording", "policy", "approval", "protocol")));

  private Features() {}

  static List<HouseRule> rules() {
    return List.of(
        new HouseRule(
            "features know only what they may",
            EnumSet.of(GateModule.CORE),
            Features::arrows,
            List.of(CommandThatKnowsPolicy.class, PolicyThatKnowsCommand.class)),
        new HouseRule(
            "every feature of the core has its arrows written down",
            EnumSet.of(GateModule.CORE),
            Features::allNamed,
            List.of(FeatureNobodyPlanned.class)),
        new HouseRule(
            "features form no circle",
            EnumSet.of(GateModule.CORE),
            root -> slices().matching(root + ".(*)..").should().beFreeOfCycles(),
            List.of(CommandThatKnowsPolicy.class, PolicyThatKnowsCommand.class)));
  }

  private static ArchRule arrows(String root) {
    List<ArchRule> each =
        new TreeMap<>(MAY_KNOW)
            .entrySet().stream()
                .map(entry -> arrows(root, entry.getKey(), entry.getValue()))
                .toList();
    return CompositeArchRule.of(each);
  }

  private static ArchRule arrows(String root, String feature, Set<String> mayKnow) {
    String[] others =
        MAY_KNOW.keySet().stream()
            .filter(other -> !other.equals(feature) && !mayKnow.contains(other))
            .map(other -> root + "." + other + "..")
            .toArray(String[]::new);
    ArchRule rule =
        noClasses()
            .that()
            .resideInAPackage(root + "." + feature + "..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(others)
            .because(
                "a feature that knows only what it needs can be read, tested and changed alone;"
                    + " what joins features is the pipeline");
    return rule.allowEmptyShould(true);
  }

  private static ArchRule allNamed(String root) {
    String[] known =
        MAY_KNOW.keySet().stream()
            .map(feature -> root + "." + feature + "..")
            .toArray(String[]::new);
    return noClasses()
        .that()
        .resideOutsideOfPackage(root)
        .should()
        .resideOutsideOfPackages(known)
        .because("a feature without a line in the table would be free to know everything");
  }

  private static Set<String> plus(String... more) {
    Set<String> all = new HashSet<>(WORDS);
    all.addAll(List.of(more));
    return Set.copyOf(all);
  }
}
