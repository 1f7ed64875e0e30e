package org.portcullis.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Named;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.Serializable;
import java.lang.annotation.Annotation;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.portcullis.architecture.planted.pages.web.Desk;
import org.portcullis.architecture.planted.pages.web.OpenDoor;

/** Resources and pages. */
final class WebRules {

  private static final Set<GateModule> WEB = EnumSet.of(GateModule.WEB);

  private static final List<Class<? extends Annotation>> WHO =
      List.of(RolesAllowed.class, PermitAll.class, DenyAll.class);

  private WebRules() {}

  static List<HouseRule> rules() {
    return List.of(
        resourcesAreNamed(),
        resourcesSayWhoMay(),
        pagesAreNamed(),
        pagesCanBeStored(),
        oneClient());
  }

  private static HouseRule resourcesAreNamed() {
    return HouseRule.of(
        "resources are called Resource",
        WEB,
        classes()
            .that()
            .areAnnotatedWith(Path.class)
            .should()
            .haveSimpleNameEndingWith("Resource")
            .because("everything that takes a request from outside has to be found by its name"),
        OpenDoor.class);
  }

  private static HouseRule resourcesSayWhoMay() {
    return HouseRule.of(
        "every method that takes a request says who may call it",
        WEB,
        methods()
            .that(takeRequests())
            .should(sayWhoMay())
            .because("a method without a word about roles would be open to everyone signed in"),
        OpenDoor.class);
  }

  private static HouseRule pagesAreNamed() {
    return HouseRule.of(
        "beans behind pages are called Page",
        WEB,
        classes()
            .that()
            .areAnnotatedWith(Named.class)
            .and()
            .areAnnotatedWith("org.omnifaces.cdi.ViewScoped")
            .or()
            .areAnnotatedWith("jakarta.faces.view.ViewScoped")
            .should()
            .haveSimpleNameEndingWith("Page")
            .because("one page has one bean, found by its name"),
        Desk.class);
  }

  private static HouseRule pagesCanBeStored() {
    return HouseRule.of(
        "beans behind pages can be stored",
        WEB,
        classes()
            .that()
            .areAnnotatedWith("org.omnifaces.cdi.ViewScoped")
            .or()
            .areAnnotatedWith("jakarta.faces.view.ViewScoped")
            .should()
            .beAssignableTo(Serializable.class)
            .because("the server may put a view away and bring it back"),
        Desk.class);
  }

  private static HouseRule oneClient() {
    return HouseRule.of(
        "the JDK's HTTP client is not used",
        HouseRule.inTheServer(),
        noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAPackage("java.net.http..")
            .because(
                "it was several times slower on the data path; HttpClient 5 is pooled and bounded"),
        OpenDoor.class);
  }

  private static DescribedPredicate<JavaMethod> takeRequests() {
    return DescribedPredicate.describe(
        "take requests",
        method ->
            method.getAnnotations().stream()
                .anyMatch(annotation -> annotation.getRawType().isAnnotatedWith(HttpMethod.class)));
  }

  private static ArchCondition<JavaMethod> sayWhoMay() {
    return new ArchCondition<>("be annotated with @RolesAllowed, @PermitAll or @DenyAll") {
      @Override
      public void check(JavaMethod method, ConditionEvents events) {
        boolean said = WHO.stream().anyMatch(who -> said(method, who));
        events.add(
            new SimpleConditionEvent(
                method,
                said,
                method.getFullName() + (said ? " says" : " does not say") + " who may"));
      }
    };
  }

  private static boolean said(JavaMethod method, Class<? extends Annotation> who) {
    JavaClass owner = method.getOwner();
    return method.isAnnotatedWith(who) || owner.isAnnotatedWith(who);
  }
}
