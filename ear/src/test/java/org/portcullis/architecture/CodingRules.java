package org.portcullis.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.portcullis.architecture.planted.habits.Careless;
import org.portcullis.architecture.planted.habits.LeakyConnection;

/** Habits that hold in the whole product. */
final class CodingRules {

  /** The named edges, where whatever goes wrong has to become a refusal. */
  private static final Set<String> EDGES =
      Set.of(
          "CallPipeline",
          "Forwarder",
          "RuleCondition",
          "PieceReader",
          "CompiledMasker",
          "ClosesOnFailure",
          "Ticker");

  /** The one class with a main method; it hands the terminal's streams on. */
  private static final String PROGRAM = "PolicyTool";

  private CodingRules() {}

  static List<HouseRule> rules() {
    return List.of(
        timeIsInjected(),
        idsAreInjected(),
        nothingPrints(),
        nothingThrowsGenerally(),
        onlyEdgesCatchEverything(),
        nothingOld(),
        loggersAreConstants(),
        secretsAreSecrets());
  }

  private static HouseRule timeIsInjected() {
    return HouseRule.of(
        "time is injected",
        HouseRule.everywhere(),
        noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.util.Date")
            .because("what ends on time is tested without waiting"),
        Careless.class);
  }

  private static HouseRule idsAreInjected() {
    return HouseRule.of(
        "ids are injected",
        HouseRule.everywhere(),
        noClasses()
            .should()
            .callMethod(UUID.class, "randomUUID")
            .because(
                "org.portcullis.command.Ids gives out every id, so that a test can foretell it"),
        Careless.class);
  }

  private static HouseRule nothingPrints() {
    return HouseRule.of(
        "nothing is printed",
        HouseRule.everywhere(),
        noClasses()
            .that()
            .doNotHaveSimpleName(PROGRAM)
            .should(ACCESS_STANDARD_STREAMS)
            .because("what is worth saying goes to the log; only the program has a terminal"),
        Careless.class);
  }

  private static HouseRule nothingThrowsGenerally() {
    return HouseRule.of(
        "exceptions have a name of their own",
        HouseRule.everywhere(),
        NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS.because("a name says what is broken"),
        Careless.class);
  }

  private static HouseRule onlyEdgesCatchEverything() {
    return HouseRule.of(
        "only the edges catch everything",
        HouseRule.everywhere(),
        noClasses()
            .that(areNotEdges())
            .should(catchEverything())
            .because("a fault that is swallowed on the way cannot close the gate"),
        Careless.class);
  }

  private static HouseRule nothingOld() {
    return HouseRule.of(
        "no packages of the old EE",
        HouseRule.everywhere(),
        noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "javax.annotation..",
                "javax.ejb..",
                "javax.enterprise..",
                "javax.faces..",
                "javax.inject..",
                "javax.jms..",
                "javax.persistence..",
                "javax.servlet..",
                "javax.transaction..",
                "javax.ws.rs..",
                "sun..",
                "com.sun..")
            .because("the gate is Jakarta EE 10, and the JDK's inside may change"),
        Careless.class);
  }

  private static HouseRule loggersAreConstants() {
    return HouseRule.of(
        "loggers are private constants",
        HouseRule.everywhere(),
        fields()
            .that()
            .haveRawType(System.Logger.class)
            .or()
            .haveRawType(java.util.logging.Logger.class)
            .should()
            .bePrivate()
            .andShould()
            .beStatic()
            .andShould()
            .beFinal()
            .because("a logger belongs to its class"),
        Careless.class);
  }

  private static HouseRule secretsAreSecrets() {
    return HouseRule.of(
        "passwords and tokens of records are not text",
        HouseRule.everywhere(),
        noClasses()
            .that(DescribedPredicate.describe("are records", JavaClass::isRecord))
            .should(holdSecretsAsText())
            .because("a record shows its components; org.portcullis.connection.Secret does not"),
        LeakyConnection.class);
  }

  private static DescribedPredicate<JavaClass> areNotEdges() {
    return DescribedPredicate.describe(
        "are not named edges", type -> !EDGES.contains(type.getSimpleName()));
  }

  private static ArchCondition<JavaClass> catchEverything() {
    return new ArchCondition<>("catch Exception or Throwable") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        for (JavaCodeUnit unit : type.getCodeUnits()) {
          boolean everything =
              unit.getTryCatchBlocks().stream()
                  .flatMap(block -> block.getCaughtThrowables().stream())
                  .anyMatch(CodingRules::isEverything);
          events.add(new SimpleConditionEvent(unit, everything, unit.getFullName()));
        }
      }
    };
  }

  /** Not Throwable: the compiler writes that one itself, to close resources. */
  private static boolean isEverything(JavaClass caught) {
    return caught.isEquivalentTo(Exception.class) || caught.isEquivalentTo(RuntimeException.class);
  }

  private static ArchCondition<JavaClass> holdSecretsAsText() {
    return new ArchCondition<>("hold a secret as text") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        type.getFields().stream()
            .filter(field -> field.getName().matches("(?i).*(password|secret|accessToken|token)"))
            .forEach(
                field ->
                    events.add(
                        new SimpleConditionEvent(
                            field,
                            field.getRawType().isEquivalentTo(String.class),
                            field.getFullName())));
      }
    };
  }
}
