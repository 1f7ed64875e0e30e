package org.portcullis.clock.web;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Does things again and again until the application ends. */
@ApplicationScoped
public class Ticker {

  private static final Logger LOG = System.getLogger(Ticker.class.getName());

  private final Map<String, Future<?>> next = new ConcurrentHashMap<>();
  private volatile boolean stopped;

  @Resource private ManagedScheduledExecutorService scheduler;

  /**
   * Runs a task, each time this long after it ended the last time.
   *
   * @param name unique; for the log
   */
  public void every(Duration pause, String name, Runnable task) {
    if (!stopped) {
      next.put(
          name,
          scheduler.schedule(
              () -> run(pause, name, task), pause.toMillis(), TimeUnit.MILLISECONDS));
    }
  }

  /** A task that fails once is run again: what it looks after must not be left alone. */
  private void run(Duration pause, String name, Runnable task) {
    try {
      task.run();
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, name + " failed and will be tried again", e);
    } finally {
      every(pause, name, task);
    }
  }

  @PreDestroy
  void stop() {
    stopped = true;
    next.values().forEach(future -> future.cancel(false));
  }
}
