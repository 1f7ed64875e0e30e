package org.portcullis.recording;

/** Makes events durable. Safe for use by many threads, which share transactions. */
public interface Recorder {

  /**
   * Returns when the event is durable.
   *
   * @throws GateUnavailable when it is not, or when that cannot be told in time
   */
  void record(Event event);

  /**
   * Hands over an event that need not be waited for, in the order of hand-over. Blocks when too
   * many are waiting, rather than lose one.
   *
   * @throws GateUnavailable when it cannot be taken
   */
  void recordLater(Event event);

  /**
   * The same recorder, without what stands around the store: for the data path, which records at
   * every call.
   */
  default Recorder live() {
    return this;
  }
}
