package org.portcullis.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * A rule, the modules that keep it, and the classes that break it on purpose.
 *
 * @param rule the rule for the packages below a root: the product's own or the planted ones
 */
record HouseRule(
    String name, Set<GateModule> modules, Function<String, ArchRule> rule, List<Class<?>> planted) {

  static final String PRODUCT = "org.portcullis";
  static final String PLANTED = "org.portcullis.architecture.planted";

  /** A rule that reads the same under every root. */
  static HouseRule of(String name, Set<GateModule> modules, ArchRule rule, Class<?>... planted) {
    return new HouseRule(name, modules, root -> rule, List.of(planted));
  }

  /** The whole product. */
  static Set<GateModule> everywhere() {
    return EnumSet.of(GateModule.CORE, GateModule.EJB, GateModule.WEB, GateModule.TOOLS);
  }

  /** What runs in the server. */
  static Set<GateModule> inTheServer() {
    return EnumSet.of(GateModule.CORE, GateModule.EJB, GateModule.WEB);
  }

  EvaluationResult onTheProduct() {
    return evaluate(PRODUCT, GateModule.read(modules));
  }

  EvaluationResult onThePlanted() {
    return evaluate(PLANTED, new ClassFileImporter().importClasses(planted));
  }

  private EvaluationResult evaluate(String root, JavaClasses classes) {
    return rule.apply(root).allowEmptyShould(true).evaluate(classes);
  }
}
