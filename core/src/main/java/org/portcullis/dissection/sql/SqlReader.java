package org.portcullis.dissection.sql;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds what a text of SQL does. Which database will read it is not known here, so the text is read
 * in every way that could give something else, and everything found counts. What cannot be read is
 * opaque. Safe for use by many threads; never throws; linear in the text.
 */
public final class SqlReader {

  /** Longer texts are opaque. */
  static final int MAX_LENGTH = 64 * 1024;

  private static final int MAX_CACHED_LENGTH = 4 * 1024;
  private static final int MAX_CACHED = 1000;

  private final Map<String, List<SqlFinding>> cache =
      Collections.synchronizedMap(
          new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, List<SqlFinding>> eldest) {
              return size() > MAX_CACHED;
            }
          });

  /** Everything that the statements of a text do, in their order; empty for a text of none. */
  public List<SqlFinding> read(String text) {
    if (text.length() > MAX_LENGTH) {
      return List.of(SqlFinding.opaque(text.substring(0, MAX_CACHED_LENGTH)));
    }
    if (text.length() > MAX_CACHED_LENGTH) {
      return readAnew(text);
    }
    List<SqlFinding> known = cache.get(text);
    if (known == null) {
      known = readAnew(text);
      cache.put(text, known);
    }
    return known;
  }

  private static List<SqlFinding> readAnew(String text) {
    List<List<SqlPiece>> readings = readings(text);
    if (readings.isEmpty()) {
      return List.of(SqlFinding.opaque(text));
    }
    Set<SqlFinding> findings = new LinkedHashSet<>();
    for (List<SqlPiece> reading : readings) {
      for (SqlPiece piece : reading) {
        findings.addAll(PieceReader.read(piece));
      }
    }
    if (findings.stream().anyMatch(finding -> !finding.isNothing())) {
      findings.removeIf(SqlFinding::isNothing);
    }
    return List.copyOf(findings);
  }

  /** The ways to read a text that differ and that some database would accept. */
  private static List<List<SqlPiece>> readings(String text) {
    List<List<SqlPiece>> readings = new ArrayList<>();
    Set<List<String>> seen = new LinkedHashSet<>();
    for (Dialect dialect : dialects(text)) {
      Optional<List<SqlPiece>> pieces = SqlLexer.pieces(text, dialect);
      if (pieces.isPresent() && seen.add(pieces.get().stream().map(SqlPiece::plain).toList())) {
        readings.add(pieces.get());
      }
    }
    return readings;
  }

  private static List<Dialect> dialects(String text) {
    boolean differs =
        text.indexOf('\\') >= 0
            || text.indexOf('#') >= 0
            || text.indexOf('$') >= 0
            || text.contains("--")
            || text.contains("/*");
    return differs ? Arrays.asList(Dialect.values()) : List.of(Dialect.STANDARD);
  }
}
