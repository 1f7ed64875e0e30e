package org.portcullis.recording.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import org.portcullis.clock.web.Ticker;
import org.portcullis.identity.web.RefusedAtTheDoor;
import org.portcullis.metrics.web.CallMeters;
import org.portcullis.recording.Recorder;
import org.portcullis.settings.web.GateSettings;

/** Joins the guard at the door with the audit trail. */
@ApplicationScoped
public class RefusalAssembly {

  private static final Duration SUM_UP = Duration.ofSeconds(10);

  @Produces
  @Singleton
  RefusalRecords records(
      Recorder recorder,
      CallMeters meters,
      GateSettings settings,
      InstantSource clock,
      Ticker ticker) {
    RefusalGauge gauge = new RefusalGauge(settings.refusalsPerSecond(), clock);
    RefusalRecords records = new RefusalRecords(recorder, gauge, meters, clock);
    ticker.every(SUM_UP, "summing up refusals", records::sumUp);
    return records;
  }

  /** Hears of every refusal at the door. */
  void refused(@Observes RefusedAtTheDoor refusal, RefusalRecords records) {
    records.add(refusal);
  }
}
