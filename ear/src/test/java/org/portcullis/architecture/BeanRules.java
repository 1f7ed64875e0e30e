package org.portcullis.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.bePrivate;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.core.domain.JavaModifier;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.Singleton;
import jakarta.ejb.Stateful;
import jakarta.ejb.Stateless;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityListeners;
import jakarta.persistence.EntityManager;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.portcullis.architecture.planted.beans.bean.Clerk;
import org.portcullis.architecture.planted.beans.bean.CounterBean;
import org.portcullis.architecture.planted.beans.store.Drawer;

/** Beans, their stores and their entities. */
final class BeanRules {

  private static final Set<GateModule> EJB = EnumSet.of(GateModule.EJB);

  private BeanRules() {}

  static List<HouseRule> rules() {
    return List.of(
        beansLiveInBean(),
        beansStartNoThreads(),
        beansShareNoState(),
        beansLockNothing(),
        onlyStoresSpeakJpa(),
        onlyBeansSpeakJms(),
        entitiesLiveInStore(),
        entitiesHideTheirFields(),
        entitiesHaveNoListeners());
  }

  private static HouseRule beansLiveInBean() {
    return HouseRule.of(
        "beans are called Bean, Mdb or Sweep and live in a package bean",
        EJB,
        classes()
            .that()
            .areAnnotatedWith(Stateless.class)
            .or()
            .areAnnotatedWith(Stateful.class)
            .or()
            .areAnnotatedWith(Singleton.class)
            .or()
            .areAnnotatedWith(MessageDriven.class)
            .should()
            .resideInAPackage("..bean..")
            .andShould()
            .haveNameMatching(".*(Bean|Mdb|Sweep)")
            .because("a transaction begins here: the name has to say so"),
        Clerk.class);
  }

  private static HouseRule beansStartNoThreads() {
    return HouseRule.of(
        "beans start no threads of their own",
        EJB,
        noClasses()
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Thread.class)
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.util.concurrent.Executors")
            .because("threads that the container does not know have no transaction and no end"),
        CounterBean.class);
  }

  private static HouseRule beansShareNoState() {
    return HouseRule.of(
        "static fields of the beans never change",
        EJB,
        fields()
            .that()
            .areStatic()
            .should()
            .beFinal()
            .because("what several instances share has to be in the database or in a port"),
        CounterBean.class);
  }

  private static HouseRule beansLockNothing() {
    return HouseRule.of(
        "beans synchronize no methods",
        EJB,
        noMethods()
            .should()
            .haveModifier(JavaModifier.SYNCHRONIZED)
            .because(
                "the container rules who enters; a lock of ours would wait within a transaction"),
        CounterBean.class);
  }

  private static HouseRule onlyStoresSpeakJpa() {
    return HouseRule.of(
        "only stores use the entity manager",
        EJB,
        noClasses()
            .that(not(resideInAPackage("..store..")))
            .should()
            .dependOnClassesThat()
            .areAssignableTo(EntityManager.class)
            .because("a query outside its store escapes the tests that every store passes"),
        Clerk.class);
  }

  private static HouseRule onlyBeansSpeakJms() {
    return HouseRule.of(
        "only the beans of a feature send and take messages",
        EJB,
        noClasses()
            .that(not(resideInAPackage("..bean..")))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("jakarta.jms..")
            .because("a message is a wake-up of a bean, never part of what is stored"),
        Drawer.class);
  }

  private static HouseRule entitiesLiveInStore() {
    return HouseRule.of(
        "entities are called Entity and live in a package store",
        EJB,
        classes()
            .that()
            .areAnnotatedWith(Entity.class)
            .should()
            .resideInAPackage("..store..")
            .andShould()
            .haveSimpleNameEndingWith("Entity")
            .because("rows stay behind their store; the rest of the gate speaks in records"),
        Drawer.class);
  }

  private static HouseRule entitiesHideTheirFields() {
    return HouseRule.of(
        "entities have private fields",
        EJB,
        fields()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Entity.class)
            .or()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Embeddable.class)
            .should(bePrivate())
            .because("writes to a public field from outside are lost without a word"),
        Drawer.class);
  }

  private static HouseRule entitiesHaveNoListeners() {
    return HouseRule.of(
        "entities have no listeners",
        EJB,
        noClasses()
            .should()
            .beAnnotatedWith(EntityListeners.class)
            .because("injection into a listener stays null in this server"),
        Drawer.class);
  }
}
