package org.portcullis.dissection.shell;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Lists that stand beside this package as files. Lines that begin with a hash are comments. */
final class ResourceLists {

  private ResourceLists() {}

  /** Words between blanks and line ends. */
  static Set<String> words(String file) {
    return lines(file).stream()
        .flatMap(line -> Arrays.stream(line.split(" ", -1)))
        .filter(word -> !word.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Lines of tab-separated columns. */
  static List<String[]> rows(String file) {
    return lines(file).stream().map(line -> line.split("\t", -1)).toList();
  }

  private static List<String> lines(String file) {
    try (InputStream in = ResourceLists.class.getResourceAsStream(file);
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return reader.lines().filter(line -> !line.startsWith("#") && !line.isBlank()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
  }
}
