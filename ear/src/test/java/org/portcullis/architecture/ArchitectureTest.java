package org.portcullis.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.lang.EvaluationResult;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTest {

  @TestFactory
  Stream<DynamicTest> theProductKeeps() {
    return rules()
        .map(
            rule ->
                dynamicTest(
                    rule.name(),
                    () -> assertThat(violations(rule.onTheProduct())).as(rule.name()).isEmpty()));
  }

  @TestFactory
  Stream<DynamicTest> thePlantedClassesBreak() {
    return rules()
        .map(
            rule ->
                dynamicTest(
                    rule.name(),
                    () ->
                        assertThat(violations(rule.onThePlanted())).as(rule.name()).isNotEmpty()));
  }

  /** An empty module or a feature that was renamed would keep every rule without a word. */
  @Test
  void thereIsSomethingToRuleOver() {
    assertThat(EnumSet.allOf(GateModule.class))
        .allSatisfy(module -> assertThat(GateModule.read(EnumSet.of(module))).isNotEmpty());
    assertThat(
            Stream.of(Features.MAY_KNOW, Rooms.MAY_KNOW)
                .flatMap(arrows -> arrows.keySet().stream()))
        .allSatisfy(
            feature ->
                assertThat(GateModule.read(EnumSet.of(GateModule.CORE)))
                    .anyMatch(
                        type ->
                            type.getPackageName().startsWith(HouseRule.PRODUCT + "." + feature)));
    assertThat(PolicyRooms.ORDER)
        .allSatisfy(
            room ->
                assertThat(GateModule.read(EnumSet.of(GateModule.CORE)))
                    .anyMatch(resideInAPackage(HouseRule.PRODUCT + room)));
  }

  private static Stream<HouseRule> rules() {
    return Stream.of(
            Features.rules(),
            Rooms.rules(),
            PolicyRooms.rules(),
            ModuleRules.rules(),
            BeanRules.rules(),
            WebRules.rules(),
            CodingRules.rules())
        .flatMap(List::stream);
  }

  private static List<String> violations(EvaluationResult result) {
    return result.getFailureReport().getDetails();
  }
}
