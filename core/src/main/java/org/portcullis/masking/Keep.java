package org.portcullis.masking;

import java.util.List;

/**
 * Values that belong to the protocol and not to the data: ids, cursors, method names. Masking them
 * would break the exchange and hide nothing.
 *
 * @param paths matched from the root of the message only; {@code *} stands for one step
 */
public record Keep(List<List<String>> paths) {

  /** Everything may be masked. */
  public static final Keep NOTHING = new Keep(List.of());

  public Keep {
    paths = paths.stream().map(List::copyOf).toList();
  }

  /** Paths as dotted texts, for example {@code result.nextCursor}. */
  public static Keep of(String... dotted) {
    return new Keep(List.of(dotted).stream().map(path -> List.of(path.split("\\."))).toList());
  }
}
