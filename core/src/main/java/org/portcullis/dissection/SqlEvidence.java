package org.portcullis.dissection;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Whether a text begins like SQL: a word of SQL, followed by what follows it in SQL and seldom in
 * prose ({@code DELETE FROM} is evidence, "delete the old one" is not). Linear in the text.
 */
final class SqlEvidence {

  private static final String FILE = "sql-evidence.tsv";

  /** Evidence stands at the beginning. */
  private static final int MAX_LOOKED_AT = 4096;

  /** What may stand before the first word; a comment there is evidence by itself. */
  private static final Pattern LEAD = Pattern.compile("^[\\s;(\\x{FEFF}]*(--|/\\*|#)?");

  private static final Pattern WORD = Pattern.compile("^[\\s;(\\x{FEFF}]*([A-Za-z_]+)");
  private static final Pattern HAS_WORD_OF_SQL =
      Pattern.compile(
          "(?i)\\b(select|insert|update|delete|drop|alter|create|truncate|grant|merge|call|exec"
              + "|copy|do|with)\\b");
  private static final Map<String, Pattern> FOLLOWERS = read();

  private SqlEvidence() {}

  static boolean beginsLikeSql(String text) {
    String begin = text.length() <= MAX_LOOKED_AT ? text : text.substring(0, MAX_LOOKED_AT);
    Matcher lead = LEAD.matcher(begin);
    if (lead.find() && lead.group(1) != null) {
      return HAS_WORD_OF_SQL.matcher(begin).find();
    }
    Matcher word = WORD.matcher(begin);
    if (!word.find()) {
      return false;
    }
    Pattern followers = FOLLOWERS.get(word.group(1).toLowerCase(Locale.ROOT));
    return followers != null && followers.matcher(begin.substring(word.end())).find();
  }

  private static Map<String, Pattern> read() {
    try (InputStream in = SqlEvidence.class.getResourceAsStream(FILE);
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      Map<String, Pattern> followers = new HashMap<>();
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        String[] columns = line.split("\t", -1);
        if (!line.startsWith("#") && columns.length == 2) {
          Pattern pattern = Pattern.compile("(?is)^" + columns[1]);
          for (String word : columns[0].split(" ", -1)) {
            followers.put(word, pattern);
          }
        }
      }
      return Map.copyOf(followers);
    } catch (IOException e) {
      throw new UncheckedIOException(FILE, e);
    }
  }
}
