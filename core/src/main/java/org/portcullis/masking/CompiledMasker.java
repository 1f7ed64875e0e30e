package org.portcullis.masking;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * A masker for some entries. Two are equal when their entries are. Whatever goes wrong inside comes
 * out as {@link MaskingFailed}, without a word of the text.
 */
final class CompiledMasker implements Masker {

  private final List<MaskingEntry> entries;
  private final Rules rules;
  private final Leaves leaves;

  CompiledMasker(List<MaskingEntry> entries) {
    this.entries = List.copyOf(entries);
    this.rules = new Rules(this.entries);
    this.leaves = new Leaves(rules);
  }

  @Override
  public boolean masksNothing() {
    return rules.isEmpty();
  }

  @Override
  public byte[] json(byte[] utf8, Keep keep, Hits hits) {
    return closing(() -> JsonSplice.message(leaves, utf8).mask(root(keep), hits));
  }

  @Override
  public JsonNode json(JsonNode value, Keep keep, Hits hits) {
    return closing(() -> new NodeMask(leaves, hits).mask(value, root(keep)));
  }

  @Override
  public String text(String text, Hits hits) {
    return closing(
        () -> {
          Masked masked = leaves.text(text, root(Keep.NOTHING), 0, false, hits);
          return masked.text() == null ? text : masked.text();
        });
  }

  /** What is found in a plain text, in its order, without overlaps. */
  List<Span> spans(String text, String name) {
    return closing(() -> leaves.texts().spans(text, name));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CompiledMasker masker && masker.entries.equals(entries);
  }

  @Override
  public int hashCode() {
    return entries.hashCode();
  }

  private Place root(Keep keep) {
    return Place.root(rules.selectors(), keep);
  }

  /**
   * A fault in a detector must not let a text pass, and its message could quote the text; so only
   * its kind is told.
   */
  private static <T> T closing(Work<T> work) {
    try {
      return work.run();
    } catch (MaskingFailed e) {
      throw e;
    } catch (NotJson e) {
      throw new MaskingFailed(String.valueOf(e.getMessage()));
    } catch (RuntimeException | StackOverflowError e) {
      throw new MaskingFailed("masking broke off: " + e.getClass().getSimpleName());
    }
  }

  /** Masking of one text. */
  private interface Work<T> {
    T run();
  }
}
