package org.portcullis.dissection;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Labelled lines of tab-separated columns. */
final class CaseFile {

  private CaseFile() {}

  static List<String[]> read(String file) {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                CaseFile.class.getResourceAsStream(file), StandardCharsets.UTF_8))) {
      return reader
          .lines()
          .filter(line -> !line.startsWith("# ") && !line.isBlank())
          .map(line -> line.split("\t", -1))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A column with its line ends. */
  static String text(String column) {
    return column.replace("\\n", "\n").replace("\\r", "\r");
  }
}
