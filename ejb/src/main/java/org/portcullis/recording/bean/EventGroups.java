package org.portcullis.recording.bean;

import java.util.List;
import org.portcullis.recording.store.EventRow;

/** Writes what waited together. */
public interface EventGroups {

  /** Appends the rows in one transaction and returns when they are durable. */
  void write(List<EventRow> rows);
}
