package org.portcullis.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.portcullis.masking.Hits;
import org.portcullis.masking.Keep;
import org.portcullis.masking.Masker;
import org.portcullis.masking.MaskingEntry;
import org.portcullis.masking.MaskingFailed;

/** Lets nothing through: it stands in the place of a masker that cannot be made. */
record ClosedMasker(List<MaskingEntry> entries) implements Masker {

  static Masker of(List<MaskingEntry> entries) {
    return new ClosedMasker(entries);
  }

  @Override
  public boolean masksNothing() {
    return false;
  }

  @Override
  public byte[] json(byte[] utf8, Keep keep, Hits hits) {
    throw failed();
  }

  @Override
  public JsonNode json(JsonNode value, Keep keep, Hits hits) {
    throw failed();
  }

  @Override
  public String text(String text, Hits hits) {
    throw failed();
  }

  private static MaskingFailed failed() {
    return new MaskingFailed("there is no masker for these entries");
  }
}
