package org.portcullis.dissection.sql;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Functions of the large databases that compute something from their arguments and do nothing else.
 * Every other function is a command: what it does cannot be told from its name.
 */
final class HarmlessFunctions {

  private static final String FILE = "harmless-functions.txt";
  private static final String CATALOG = "pg_catalog.";
  private static final Set<String> NAMES = read();

  private HarmlessFunctions() {}

  static boolean contains(String spelled) {
    String name = spelled.startsWith(CATALOG) ? spelled.substring(CATALOG.length()) : spelled;
    return NAMES.contains(name);
  }

  private static Set<String> read() {
    try (InputStream in = HarmlessFunctions.class.getResourceAsStream(FILE);
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return reader
          .lines()
          .filter(line -> !line.startsWith("#"))
          .flatMap(line -> Arrays.stream(line.split("\\s+", -1)))
          .filter(name -> !name.isEmpty())
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(FILE, e);
    }
  }
}
