package org.portcullis.demo.tour;

/** One outcome, told and checked. */
interface Chapter {
  /** What happens, in one word. */
  String outcome();

  /** What it is about, in one line. */
  String title();

  /**
   * Plays it.
   *
   * @throws NotAsTold if anything is not as told
   */
  void play(Stage stage);
}
