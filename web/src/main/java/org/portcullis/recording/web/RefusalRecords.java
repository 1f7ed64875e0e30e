package org.portcullis.recording.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.List;
import org.portcullis.identity.web.RefusedAtTheDoor;
import org.portcullis.json.StrictJson;
import org.portcullis.masking.Hits;
import org.portcullis.masking.Masker;
import org.portcullis.masking.Maskers;
import org.portcullis.metrics.web.CallMeters;
import org.portcullis.policy.Effect;
import org.portcullis.recording.Event;
import org.portcullis.recording.EventKind;
import org.portcullis.recording.GateUnavailable;
import org.portcullis.recording.Recorder;

/** Records requests that came without a usable token: why, and from where; nothing of the token. */
final class RefusalRecords {

  private static final Logger LOG = System.getLogger(RefusalRecords.class.getName());

  /** No connection is known yet, so what can be found without one is hidden. */
  private static final Masker MASKER = Maskers.everything(List.of());

  private final Recorder recorder;
  private final RefusalGauge gauge;
  private final CallMeters meters;
  private final InstantSource clock;

  RefusalRecords(Recorder recorder, RefusalGauge gauge, CallMeters meters, InstantSource clock) {
    this.recorder = recorder;
    this.gauge = gauge;
    this.meters = meters;
    this.clock = clock;
  }

  /** Counts every one, and records it unless there are too many. */
  void add(RefusedAtTheDoor refusal) {
    meters.countRefused(refusal.reason());
    if (!gauge.takes()) {
      meters.countUnrecorded();
      return;
    }
    ObjectNode detail = StrictJson.object();
    detail.put("reason", refusal.reason());
    detail.put("verb", refusal.method());
    detail.put("path", MASKER.text(refusal.path(), new Hits()));
    detail.put("address", refusal.remoteAddress());
    record(detail);
  }

  /** One event for all that were counted since the last one. */
  void sumUp() {
    long left = gauge.takeLeft();
    if (left > 0) {
      ObjectNode detail = StrictJson.object();
      detail.put("reason", "too-many-to-record");
      detail.put("count", left);
      record(detail);
    }
  }

  private void record(ObjectNode detail) {
    try {
      recorder.recordLater(
          new Event(
              clock.instant(),
              EventKind.UNAUTHENTICATED,
              "",
              "",
              "",
              "",
              "",
              "",
              Effect.BLOCK.label(),
              detail));
    } catch (GateUnavailable e) {
      // It stays refused.
      LOG.log(Level.ERROR, "a refusal is not recorded: " + e.getMessage(), e);
    }
  }
}
