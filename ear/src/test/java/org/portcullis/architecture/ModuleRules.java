package org.portcullis.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import java.util.EnumSet;
import java.util.List;
import org.portcullis.architecture.planted.roles.bean.BeanThatKnowsPages;
import org.portcullis.architecture.planted.roles.bean.OtherBean;
import org.portcullis.architecture.planted.roles.core.CoreThatSends;
import org.portcullis.architecture.planted.roles.store.StoreOfRoles;
import org.portcullis.architecture.planted.roles.web.PageThatKnowsBeans;
import org.portcullis.architecture.planted.roles.web.PageThatQueries;

/** What each module may use, and how its packages are called. */
final class ModuleRules {

  private static final String[] ROLES_OF_BEANS = {"..bean..", "..store.."};

  private ModuleRules() {}

  static List<HouseRule> rules() {
    return List.of(
        coreIsPlainJava(),
        coreHasNoRoles(),
        beansAreNamed(),
        webIsNamed(),
        webKnowsNoBeans(),
        beansKnowNoWeb(),
        webHasNoDatabase(),
        beansHaveNoHttp(),
        toolsKnowTheCoreAlone());
  }

  private static HouseRule coreIsPlainJava() {
    return HouseRule.of(
        "the core is plain Java",
        EnumSet.of(GateModule.CORE),
        classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                "org.portcullis..",
                "java.lang..",
                "java.io..",
                "java.math..",
                "java.net",
                "java.nio..",
                "java.security..",
                "java.text..",
                "java.time..",
                "java.util..",
                "javax.crypto..",
                "org.jspecify..",
                "com.fasterxml.jackson..",
                "com.google.common..",
                "com.google.errorprone.annotations..",
                "com.google.protobuf..",
                "com.google.re2j..",
                "com.networknt..",
                "dev.cel..",
                "net.sf.jsqlparser..",
                "org.snakeyaml.engine..")
            .because(
                "the domain has to run in a test, a tool and any server: no HTTP, SQL, container"),
        CoreThatSends.class);
  }

  private static HouseRule coreHasNoRoles() {
    return HouseRule.of(
        "the core's packages are features",
        EnumSet.of(GateModule.CORE),
        noClasses()
            .should()
            .resideInAnyPackage("..bean..", "..store..", "..web..")
            .because(
                "bean, store and web are roles of the other modules; no package is in two jars"),
        OtherBean.class);
  }

  private static HouseRule beansAreNamed() {
    return HouseRule.of(
        "the beans' packages end in bean or store",
        EnumSet.of(GateModule.EJB),
        classes()
            .should()
            .resideInAnyPackage(ROLES_OF_BEANS)
            .because("the last part of a package says the role, and no package is in two jars"),
        PageThatQueries.class);
  }

  private static HouseRule webIsNamed() {
    return HouseRule.of(
        "the web module's packages end in web",
        EnumSet.of(GateModule.WEB),
        classes()
            .should()
            .resideInAPackage("..web..")
            .because("the last part of a package says the role, and no package is in two jars"),
        OtherBean.class);
  }

  private static HouseRule webKnowsNoBeans() {
    return HouseRule.of(
        "the web module does not know the beans",
        EnumSet.of(GateModule.WEB),
        noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ROLES_OF_BEANS)
            .because("they meet through the ports of the core, and the container joins them"),
        PageThatKnowsBeans.class);
  }

  private static HouseRule beansKnowNoWeb() {
    return HouseRule.of(
        "the beans do not know the web module",
        EnumSet.of(GateModule.EJB, GateModule.CORE),
        noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.portcullis..web..")
            .because("a decision must not depend on who asked for it over which page"),
        BeanThatKnowsPages.class);
  }

  private static HouseRule webHasNoDatabase() {
    return HouseRule.of(
        "the web module has no database and no messaging",
        EnumSet.of(GateModule.WEB),
        noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "jakarta.persistence..",
                "jakarta.jms..",
                "jakarta.ejb..",
                "java.sql..",
                "javax.sql..",
                "org.hibernate..",
                "org.flywaydb..")
            .because("what a page can ask for is what a port offers, nothing else"),
        PageThatQueries.class);
  }

  private static HouseRule beansHaveNoHttp() {
    return HouseRule.of(
        "the beans have no HTTP and no pages",
        EnumSet.of(GateModule.EJB),
        noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "jakarta.ws.rs..",
                "jakarta.faces..",
                "jakarta.servlet..",
                "java.net.http..",
                "org.apache.hc..",
                "org.omnifaces..",
                "org.primefaces..")
            .because(
                "transactions are held open here: nothing slow and nothing remote inside them"),
        BeanThatKnowsPages.class,
        StoreOfRoles.class,
        CoreThatSends.class);
  }

  private static HouseRule toolsKnowTheCoreAlone() {
    return HouseRule.of(
        "the tools know nothing of the server",
        EnumSet.of(GateModule.TOOLS),
        noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..bean..", "..store..", "org.portcullis..web..", "jakarta..")
            .because("they study a policy on any machine, where no gate runs"),
        PageThatKnowsBeans.class,
        BeanThatKnowsPages.class);
  }
}
