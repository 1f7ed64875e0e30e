package org.portcullis.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.IntStream;
import org.portcullis.architecture.planted.policy.attic.RoomNobodyPlanned;
import org.portcullis.architecture.planted.policy.condition.ConditionThatKnowsPolicy;

/** The order of the packages of the policy. */
final class PolicyRooms {

  /** Each knows only those before it, so there is no circle. */
  static final List<String> ORDER =
      List.of(
          ".policy.condition..",
          ".policy",
          ".policy.engine..",
          ".policy.document..",
          ".policy.lint..");

  private PolicyRooms() {}

  static List<HouseRule> rules() {
    return List.of(
        new HouseRule(
            "packages of the policy know only those before them",
            EnumSet.of(GateModule.CORE),
            PolicyRooms::arrows,
            List.of(ConditionThatKnowsPolicy.class)),
        new HouseRule(
            "every package of the policy has its place written down",
            EnumSet.of(GateModule.CORE),
            PolicyRooms::allPlaced,
            List.of(RoomNobodyPlanned.class)));
  }

  private static ArchRule arrows(String root) {
    return CompositeArchRule.of(
        IntStream.range(0, ORDER.size()).mapToObj(place -> arrows(root, place)).toList());
  }

  private static ArchRule arrows(String root, int place) {
    return noClasses()
        .that()
        .resideInAPackage(root + ORDER.get(place))
        .should()
        .dependOnClassesThat(
            resideInAPackage(root + ".policy..")
                .and(resideOutsideOfPackages(below(root, ORDER.subList(0, place + 1)))))
        .because(
            "what decides has to be understood without the document it was read from, and values"
                + " without what is made of them")
        .allowEmptyShould(true);
  }

  private static ArchRule allPlaced(String root) {
    return classes()
        .that()
        .resideInAPackage(root + ".policy..")
        .should()
        .resideInAnyPackage(below(root, ORDER))
        .because("a package without a place would be free to know all others");
  }

  private static String[] below(String root, List<String> rooms) {
    return rooms.stream().map(room -> root + room).toArray(String[]::new);
  }
}
