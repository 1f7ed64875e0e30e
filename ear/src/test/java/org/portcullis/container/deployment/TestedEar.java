package org.portcullis.container.deployment;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.hamcrest.Matcher;
import org.jboss.arquillian.container.test.api.Testable;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.portcullis.e2e.GateUnderTest;
import org.portcullis.e2e.Http;

/**
 * The EAR as it was built, with one more web module that carries the tests. Nothing of the gate is
 * replaced; a module of its own, since the gate's answers no address that it does not know.
 */
public final class TestedEar {

  private static final String TESTS = "container-tests.war";
  private static final String DESCRIPTOR = "META-INF/application.xml";
  private static final String LAST_MODULE = "</module>";
  private static final String MODULE =
      "<module><web><web-uri>%s</web-uri><context-root>/container-tests</context-root></web></module>"
          .formatted(TESTS);

  private TestedEar() {}

  /**
   * For a test of this package's parent; its name has to be the product's, beans are bound to it.
   */
  public static EnterpriseArchive with(Class<?> test) {
    EnterpriseArchive ear =
        ShrinkWrap.create(ZipImporter.class, "gate.ear")
            .importFrom(new File("target/gate.ear"))
            .as(EnterpriseArchive.class);
    WebArchive tests =
        ShrinkWrap.create(WebArchive.class, TESTS)
            .addPackage(test.getPackage())
            .addClasses(Http.class, Http.Reply.class, GateUnderTest.class)
            .addAsLibraries(jar(Assertions.class), jar(Awaitility.class), jar(Matcher.class));
    String descriptor = text(ear);
    int end = descriptor.lastIndexOf(LAST_MODULE) + LAST_MODULE.length();
    ear.setApplicationXML(
        new StringAsset(descriptor.substring(0, end) + MODULE + descriptor.substring(end)));
    return ear.addAsModule(Testable.archiveToTest(tests));
  }

  private static String text(EnterpriseArchive ear) {
    try (InputStream in = ear.get(DESCRIPTOR).getAsset().openStream()) {
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static File jar(Class<?> type) {
    try {
      return new File(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
