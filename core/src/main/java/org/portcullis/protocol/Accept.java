package org.portcullis.protocol;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a client takes (RFC 9110, section 12.5.1): ranges with wildcards and qualities. A range that
 * cannot be read counts for nothing; no {@code Accept} at all takes everything.
 */
public final class Accept {

  private final List<Range> ranges;
  private final boolean everything;

  private Accept(List<Range> ranges, boolean everything) {
    this.ranges = List.copyOf(ranges);
    this.everything = everything;
  }

  /** The ranges of all {@code Accept} lines together. */
  public static Accept of(Headers headers) {
    List<String> lines = headers.all("accept");
    String joined = String.join(",", lines);
    if (joined.isBlank()) {
      return new Accept(List.of(), true);
    }
    List<Range> ranges = new ArrayList<>();
    FieldScanner scanner = new FieldScanner(joined);
    do {
      Optional<Range> range = range(scanner);
      if (range.isEmpty()) {
        break;
      }
      ranges.add(range.get());
    } while (scanner.takePadded(','));
    return new Accept(ranges, false);
  }

  /** Whether the client takes this type; the most specific range decides. */
  public boolean takes(String type, String subtype) {
    if (everything) {
      return true;
    }
    Range best = null;
    for (Range range : ranges) {
      if (range.covers(type, subtype) && (best == null || range.width() < best.width())) {
        best = range;
      }
    }
    return best != null && best.wanted();
  }

  private static Optional<Range> range(FieldScanner scanner) {
    String type = scanner.token().toLowerCase(Locale.ROOT);
    if (type.isEmpty() || !scanner.take('/')) {
      return Optional.empty();
    }
    String subtype = scanner.token().toLowerCase(Locale.ROOT);
    return MediaType.parameters(scanner).map(parameters -> new Range(type, subtype, parameters));
  }

  private record Range(String type, String subtype, Map<String, String> parameters) {

    boolean covers(String otherType, String otherSubtype) {
      return (type.equals("*") || type.equals(otherType))
          && (subtype.equals("*") || subtype.equals(otherSubtype));
    }

    int width() {
      return (type.equals("*") ? 2 : 0) + (subtype.equals("*") ? 1 : 0);
    }

    boolean wanted() {
      try {
        return new BigDecimal(parameters.getOrDefault("q", "1")).signum() > 0;
      } catch (NumberFormatException e) {
        return false;
      }
    }
  }
}
