package org.portcullis.demo.desk;

/** Where a tool says how far it is. Implementations may drop what nobody asked to hear. */
@FunctionalInterface
interface Progress {
  /** Nobody listens. */
  Progress NONE = (done, total, message) -> {};

  /**
   * Says how far the tool is.
   *
   * @param done steps finished, growing with each report
   * @param total steps in all
   */
  void report(int done, int total, String message);
}
