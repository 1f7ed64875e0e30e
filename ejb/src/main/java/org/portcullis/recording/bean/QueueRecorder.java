package org.portcullis.recording.bean;

import java.time.Duration;
import org.portcullis.recording.Event;
import org.portcullis.recording.Recorder;
import org.portcullis.recording.store.EventRow;

/** Hands events to the writer. */
final class QueueRecorder implements Recorder {

  private final GroupWriter writer;
  private final Duration wait;

  /**
   * @param wait how long a caller waits for room, and for the event to be durable
   */
  QueueRecorder(GroupWriter writer, Duration wait) {
    this.writer = writer;
    this.wait = wait;
  }

  @Override
  public void record(Event event) {
    writer.write(Pending.waited(EventRow.of(event)), wait);
  }

  @Override
  public void recordLater(Event event) {
    writer.offer(Pending.later(EventRow.of(event)), wait);
  }
}
