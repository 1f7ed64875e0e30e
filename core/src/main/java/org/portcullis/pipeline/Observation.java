package org.portcullis.pipeline;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.portcullis.approval.Approvals.Outcome;
import org.portcullis.masking.Hits;
import org.portcullis.masking.Masker;
import org.portcullis.protocol.Failure;
import org.portcullis.protocol.Transcript;

/**
 * Keeps the beginning of what a caller is shown, masked once more for the record, and how it ended.
 */
final class Observation implements Transcript {

  private static final int MAX_KEPT = 8 * 1024;

  private final @Nullable MeteredAnswer answer;
  private final @Nullable Masker recording;
  private final StringBuilder kept = new StringBuilder();
  private boolean whole = true;
  private boolean commandFailed;
  private boolean clientGone;
  private @Nullable Failure failure;

  /** The record is masked again only where it must hide more than the caller's answer does. */
  Observation(MeteredAnswer answer, Masker masker, Masker recording) {
    this.answer = answer;
    this.recording = recording.equals(masker) ? null : recording;
  }

  private Observation(Failure failure) {
    this.answer = null;
    this.recording = null;
    this.failure = failure;
  }

  /** For a call that got no answer at all. */
  static Observation unanswered(Failure failure) {
    return new Observation(failure);
  }

  @Override
  public boolean wantsMore() {
    return whole;
  }

  @Override
  public void observe(byte[] masked) {
    if (!whole) {
      return;
    }
    String text = new String(masked, StandardCharsets.UTF_8);
    String shown = recording == null ? text : recording.text(text, new Hits());
    int room = MAX_KEPT - kept.length();
    whole = shown.length() <= room;
    kept.append(shown, 0, Math.min(room, shown.length()));
    if (whole) {
      kept.append('\n');
    }
  }

  @Override
  public void commandFailed() {
    commandFailed = true;
  }

  @Override
  public void broke(Failure what) {
    failure = what;
  }

  void clientGone() {
    clientGone = true;
  }

  /** Whether the call has no proper outcome. */
  boolean broken() {
    return failure != null || clientGone;
  }

  /** Only an upstream that answered tells whether the command ran. */
  Outcome execution() {
    if (failure == Failure.UPSTREAM_UNREACHABLE) {
      return Outcome.FAILED;
    }
    if (failure == Failure.MASKING_FAILED || !broken()) {
      return commandFailed ? Outcome.FAILED : Outcome.SUCCEEDED;
    }
    return Outcome.UNKNOWN;
  }

  CallOutcome outcome() {
    return new CallOutcome(
        answer == null ? 0 : answer.status(),
        word(),
        answer == null ? "" : answer.digest(),
        answer == null ? 0 : answer.bytes(),
        kept.toString(),
        whole);
  }

  /** When the client leaves, the upstream's answer is broken off too; the first is what counts. */
  private String word() {
    if (clientGone && (failure == null || failure == Failure.UPSTREAM_BROKEN)) {
      return "client-gone";
    }
    if (failure != null) {
      return failure.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
    return commandFailed ? "failed" : "succeeded";
  }
}
