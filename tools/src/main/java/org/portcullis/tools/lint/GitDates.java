package org.portcullis.tools.lint;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * When each line of a file was last changed, as {@code git blame --line-porcelain} tells it. Where
 * there is no git or the file is not in a repository, nothing is known.
 */
final class GitDates {

  private static final String TIME = "author-time ";

  private GitDates() {}

  static IntFunction<@Nullable Instant> of(String file) {
    Path path = Path.of(file).toAbsolutePath().normalize();
    Path folder = path.getParent();
    if (folder == null) {
      return line -> null;
    }
    List<String> command =
        List.of(
            "git",
            "-C",
            folder.toString(),
            "blame",
            "--line-porcelain",
            "--",
            String.valueOf(path.getFileName()));
    try {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      process.getOutputStream().close();
      try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
        Map<Integer, Instant> dates = read(lines);
        return dates::get;
      }
    } catch (IOException e) {
      // There is no git here: then nothing is known, and the linter says nothing about ages.
      return line -> null;
    }
  }

  /** Each line's text stands behind a tab, after what is known about it. */
  static Map<Integer, Instant> read(BufferedReader lines) throws IOException {
    Map<Integer, Instant> dates = new HashMap<>();
    Instant last = null;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.startsWith(TIME)) {
        last = Instant.ofEpochSecond(Long.parseLong(line.substring(TIME.length()).strip()));
      } else if (line.startsWith("\t") && last != null) {
        dates.put(dates.size() + 1, last);
      }
    }
    return dates;
  }
}
