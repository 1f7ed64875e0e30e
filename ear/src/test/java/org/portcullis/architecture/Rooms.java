package org.portcullis.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.portcullis.architecture.planted.dissection.code.python.LanguageThatKnowsTheReader;

/** The arrows between the rooms of a feature, where it has rooms that must not know each other. */
final class Rooms {

  private static final String TREE = "dissection.code.tree";

  /** Each room and the packages of the product that it may know besides itself. */
  static final Map<String, Set<String>> MAY_KNOW =
      Map.of(
          TREE,
          Set.of(),
          "dissection.code.python",
          Set.of(TREE, "text"),
          "dissection.code.script",
          Set.of(TREE));

  private Rooms() {}

  static List<HouseRule> rules() {
    return List.of(
        new HouseRule(
            "rooms know only what they may",
            EnumSet.of(GateModule.CORE),
            Rooms::arrows,
            List.of(LanguageThatKnowsTheReader.class)));
  }

  private static ArchRule arrows(String root) {
    return CompositeArchRule.of(
        new TreeMap<>(MAY_KNOW)
            .entrySet().stream()
                .map(each -> arrows(root, each.getKey(), each.getValue()))
                .toList());
  }

  private static ArchRule arrows(String root, String room, Set<String> mayKnow) {
    String[] known =
        Stream.concat(Stream.of(room), mayKnow.stream())
            .map(each -> root + "." + each + "..")
            .toArray(String[]::new);
    return noClasses()
        .that()
        .resideInAPackage(root + "." + room + "..")
        .should()
        .dependOnClassesThat(resideInAPackage(root + "..").and(resideOutsideOfPackages(known)))
        .because("a language that knows the tree alone can be read, tested and replaced by itself")
        .allowEmptyShould(true);
  }
}
