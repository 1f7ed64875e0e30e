package org.portcullis.architecture.planted.habits;

import org.junit.jupiter.api.Test;

/** A test that no plugin finds by its name. */
public class Forgotten {

  @Test
  void neverRuns() {}
}
