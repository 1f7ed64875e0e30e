package org.portcullis.architecture.planted.habits;

import com.sun.net.httpserver.HttpServer;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Every bad habit at once. */
public class Careless {

  public final System.Logger logger = System.getLogger("careless");

  @Nullable HttpServer server;

  /** Prints what it should not know, and hides what went wrong. */
  public void act() {
    try {
      System.out.println(Instant.now() + " " + UUID.randomUUID());
      fail();
    } catch (RuntimeException e) {
      logger.log(System.Logger.Level.INFO, "hidden", e);
    }
  }

  /** Waits for luck. */
  public void hope() throws InterruptedException {
    Thread.sleep(1);
  }

  private static void fail() {
    throw new RuntimeException("no name");
  }
}
