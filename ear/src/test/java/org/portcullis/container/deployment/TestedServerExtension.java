package org.portcullis.container.deployment;

import java.util.logging.Level;
import java.util.logging.Logger;
import org.jboss.arquillian.core.api.annotation.Observes;
import org.jboss.arquillian.core.api.event.ManagerStarted;
import org.jboss.arquillian.core.spi.LoadableExtension;

/** Prepares the server before Arquillian reads where it is. Arquillian starts and stops it. */
public final class TestedServerExtension implements LoadableExtension {

  /** It warns about every class of a sealed family, which it loads one by one to find servlets. */
  private static final Logger ADAPTER =
      Logger.getLogger("io.openliberty.arquillian.managed.WLPManagedContainer");

  private static final int BEFORE_THE_CONFIGURATION = 100;

  @Override
  public void register(ExtensionBuilder builder) {
    builder.observer(Preparation.class);
  }

  /** Made by Arquillian. */
  public static final class Preparation {

    /** Arquillian is about to read {@code arquillian.xml}. */
    public void prepare(@Observes(precedence = BEFORE_THE_CONFIGURATION) ManagerStarted beginning) {
      ADAPTER.setLevel(Level.SEVERE);
      TestedServer.prepare().publish();
    }
  }
}
