package org.portcullis.dissection.sql;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
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
    List<SqlReading> readings =
        dialects(text).stream().map(dialect -> SqlLexer.read(text, dialect)).toList();
    Set<SqlFinding> findings = new LinkedHashSet<>();
    Set<List<String>> seen = new HashSet<>();
    for (SqlReading reading : readings) {
      if (seen.add(reading.pieces().stream().map(SqlReader::key).toList())) {
        reading.pieces().forEach(piece -> findings.addAll(PieceReader.read(piece)));
      }
    }
    if (readings.stream().noneMatch(SqlReading::whole)) {
      findings.add(SqlFinding.opaque(text));
    }
    if (findings.stream().anyMatch(finding -> !finding.isNothing())) {
      findings.removeIf(SqlFinding::isNothing);
    }
    return List.copyOf(findings);
  }

  /** Readings of equal pieces do the same. */
  private static String key(SqlPiece piece) {
    return piece.odd() + piece.plain();
  }

  /** The ways to read a text that may differ. */
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
