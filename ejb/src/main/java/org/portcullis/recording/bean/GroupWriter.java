package org.portcullis.recording.bean;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.portcullis.recording.GateUnavailable;
import org.portcullis.recording.store.EventRow;

/**
 * Group commit: many threads hand events over, one loop writes whatever is waiting in one
 * transaction. The loop ends only when it is told to stop; what it held when it ended otherwise
 * fails, and {@link #run} may be called again.
 *
 * <p>When a group does not commit, its events are written one by one: a row that the database will
 * never take fails alone. When the database itself is the trouble, whoever waits is told at once,
 * and events that nobody waits for are kept for the next attempt. After a commit whose outcome was
 * lost, such an event may stand in the trail twice; it is never missing.
 */
final class GroupWriter implements Runnable {

  private static final Logger LOG = System.getLogger(GroupWriter.class.getName());

  private static final int GROUP = 500;
  private static final Duration IDLE = Duration.ofSeconds(1);
  private static final Duration AFTER_OUTAGE = Duration.ofMillis(250);

  /** How long events that nobody waits for may wait for one that somebody waits for. */
  private static final Duration LINGER = Duration.ofMillis(5);

  private final BlockingQueue<Pending> queue;
  private final Consumer<List<EventRow>> commit;
  private final List<Pending> group = new ArrayList<>(GROUP);
  private volatile boolean stopping;

  /**
   * @param capacity how many events may wait
   * @param commit writes rows in one transaction of its own and returns when they are durable;
   *     {@link GateUnavailable} when they are not, caused by the database's failure
   */
  GroupWriter(int capacity, Consumer<List<EventRow>> commit) {
    this.queue = new ArrayBlockingQueue<>(capacity);
    this.commit = commit;
  }

  /** Hands something over; waits for room. */
  void offer(Pending pending, Duration wait) {
    boolean taken;
    try {
      taken = !stopping && queue.offer(pending, wait.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      throw new GateUnavailable("interrupted before the event was taken", e);
    }
    if (!taken) {
      throw new GateUnavailable("the event was not taken within " + wait);
    }
  }

  /** Hands something over and waits until it is durable. */
  void write(Pending pending, Duration wait) {
    offer(pending, wait);
    try {
      Objects.requireNonNull(pending.done()).get(wait.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      throw new GateUnavailable("interrupted before the event was durable", e);
    } catch (TimeoutException e) {
      throw new GateUnavailable("the event was not durable within " + wait, e);
    } catch (ExecutionException e) {
      throw new GateUnavailable("the event was not written", e.getCause());
    }
  }

  /** Takes nothing more; the loop ends when everything taken is written. */
  void stop() {
    stopping = true;
    // Wakes the loop; a full queue wakes it anyway.
    boolean woken = queue.offer(Pending.mark());
    LOG.log(Level.DEBUG, "stopping, woken: " + woken);
  }

  @Override
  public void run() {
    boolean orderly = false;
    try {
      while (collect()) {
        writeGroup();
      }
      orderly = true;
    } catch (InterruptedException e) {
      LOG.log(Level.INFO, "the writer was interrupted");
    } finally {
      if (!orderly) {
        group.forEach(pending -> pending.fail(new GateUnavailable("the writer ended")));
        group.removeIf(Pending::isWaitedFor);
      }
    }
  }

  /** Fills the group behind what is left from an outage; false when there is nothing to come. */
  private boolean collect() throws InterruptedException {
    if (!group.isEmpty()) {
      LockSupport.parkNanos(AFTER_OUTAGE.toNanos());
    }
    while (group.isEmpty()) {
      Pending first = queue.poll(IDLE.toMillis(), TimeUnit.MILLISECONDS);
      if (first != null) {
        group.add(first);
      } else if (stopping) {
        return false;
      }
    }
    drain();
    linger();
    return true;
  }

  private void drain() {
    queue.drainTo(group, Math.max(0, GROUP - group.size()));
  }

  /** A commit that nobody waits for is worth delaying: the next call's decision can share it. */
  private void linger() throws InterruptedException {
    long end = System.nanoTime() + LINGER.toNanos();
    while (!stopping && group.size() < GROUP && group.stream().noneMatch(Pending::isWaitedFor)) {
      Pending next = queue.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
      if (next == null) {
        return;
      }
      group.add(next);
      drain();
    }
  }

  private void writeGroup() {
    Verdict verdict = attempt(group);
    if (verdict == Verdict.WRITTEN) {
      group.forEach(Pending::succeed);
      group.clear();
      return;
    }
    writeSingly();
  }

  private void writeSingly() {
    List<Pending> kept = new ArrayList<>();
    boolean outage = false;
    for (Pending pending : group) {
      Verdict verdict = outage ? Verdict.OUTAGE : attempt(List.of(pending));
      outage = verdict == Verdict.OUTAGE;
      switch (verdict) {
        case WRITTEN -> pending.succeed();
        case NEVER -> pending.fail(new GateUnavailable("the database refuses this event"));
        case OUTAGE -> {
          pending.fail(new GateUnavailable("the database does not write"));
          if (!pending.isWaitedFor()) {
            kept.add(pending);
          }
        }
      }
    }
    group.clear();
    group.addAll(kept);
  }

  private enum Verdict {
    WRITTEN,
    NEVER,
    OUTAGE
  }

  private Verdict attempt(List<Pending> pendings) {
    List<EventRow> rows = pendings.stream().map(Pending::row).filter(Objects::nonNull).toList();
    try {
      if (!rows.isEmpty()) {
        commit.accept(rows);
      }
      return Verdict.WRITTEN;
    } catch (GateUnavailable e) {
      Verdict verdict = SqlFaults.isInTheData(e) ? Verdict.NEVER : Verdict.OUTAGE;
      LOG.log(Level.ERROR, pendings.size() + " events not written (" + verdict + ")", e);
      return verdict;
    }
  }
}
