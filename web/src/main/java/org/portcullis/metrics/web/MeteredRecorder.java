package org.portcullis.metrics.web;

import org.portcullis.recording.Event;
import org.portcullis.recording.Recorder;

/** Counts each event once it is recorded. */
public final class MeteredRecorder implements Recorder {

  private final Recorder recorder;
  private final CallMeters meters;

  /**
   * @param recorder makes the events durable
   */
  public MeteredRecorder(Recorder recorder, CallMeters meters) {
    this.recorder = recorder;
    this.meters = meters;
  }

  @Override
  public void record(Event event) {
    recorder.record(event);
    meters.count(event);
  }

  @Override
  public void recordLater(Event event) {
    recorder.recordLater(event);
    meters.count(event);
  }
}
