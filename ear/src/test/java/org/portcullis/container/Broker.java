package org.portcullis.container;

import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/** What the server's own broker holds. */
final class Broker {

  private static final String WAKEUPS = "WebSphere:feature=wasJmsServer,type=Queue,name=WAKEUP";

  private Broker() {}

  /** How many wake-ups wait, those included whose time has not come. */
  static long waiting() {
    MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    try {
      return (Long) server.getAttribute(new ObjectName(WAKEUPS), "Depth");
    } catch (JMException e) {
      throw new AssertionError(e);
    }
  }
}
