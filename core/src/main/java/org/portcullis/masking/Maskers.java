package org.portcullis.masking;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.portcullis.masking.MaskingEntry.Operator;

/** Builds maskers. Maskers of equal entries in the same order are equal. */
public final class Maskers {

  /** The entry under which the record's own detections count. */
  public static final String RECORDING = "recording";

  private static final Masker NOTHING = new CompiledMasker(List.of());

  private Maskers() {}

  /**
   * A masker that applies all of these entries; who they are for is the caller's concern. Where
   * several of them hit the same value, the one that shows less wins, then the first.
   */
  public static Masker of(List<MaskingEntry> entries) {
    return entries.isEmpty() ? NOTHING : new CompiledMasker(entries);
  }

  /**
   * A masker for what is recorded and shown to people: the fields of all these entries, whoever
   * they are for, and every detector; everything becomes a label.
   */
  public static Masker everything(List<MaskingEntry> entries) {
    List<MaskingEntry> all = new ArrayList<>();
    for (MaskingEntry entry : entries) {
      all.add(
          new MaskingEntry(
              entry.id(), Set.of(), List.of(), entry.fields(), entry.detect(), Operator.LABEL));
    }
    all.add(
        new MaskingEntry(
            RECORDING,
            Set.of(),
            List.of(),
            List.of(),
            EnumSet.allOf(Detection.class),
            Operator.LABEL));
    return new CompiledMasker(all);
  }

  /** A masker that changes nothing. JSON must be well-formed all the same. */
  public static Masker nothing() {
    return NOTHING;
  }

  /** A masker that only detects. */
  static CompiledMasker detecting(Set<Detection> detections) {
    return new CompiledMasker(
        List.of(
            new MaskingEntry("try", Set.of(), List.of(), List.of(), detections, Operator.LABEL)));
  }
}
