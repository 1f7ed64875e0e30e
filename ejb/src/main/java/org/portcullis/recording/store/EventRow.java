package org.portcullis.recording.store;

import java.sql.Timestamp;
import java.time.temporal.ChronoUnit;
import org.portcullis.recording.Event;
import org.portcullis.storage.store.Texts;

/**
 * An event as the table takes it: texts cut to their columns, time cut to what both databases keep,
 * the detail as bytes. Made on the thread that hands the event over, so that the one writer only
 * writes.
 */
public record EventRow(
    Timestamp at,
    String kind,
    String session,
    String exchange,
    String actor,
    String subject,
    String client,
    String connection,
    String decision,
    byte[] detail) {

  private static final int ID = 64;
  private static final int NAME = 512;
  private static final int CONNECTION = 255;
  private static final int DECISION = 16;

  /** The row of an event; the event's detail is not needed any more after this. */
  public static EventRow of(Event event) {
    return new EventRow(
        Timestamp.from(event.at().truncatedTo(ChronoUnit.MICROS)),
        event.kind().name(),
        Texts.fit(event.session(), ID),
        Texts.fit(event.exchange(), ID),
        Texts.fit(event.actor(), NAME),
        Texts.fit(event.subject(), NAME),
        Texts.fit(event.client(), NAME),
        Texts.fit(event.connection(), CONNECTION),
        Texts.fit(event.decision(), DECISION),
        Texts.bytes(event.detail()));
  }
}
