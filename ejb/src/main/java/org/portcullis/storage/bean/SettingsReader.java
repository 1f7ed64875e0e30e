package org.portcullis.storage.bean;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/** Reads settings one by one and keeps every fault, so that all are told at once. */
final class SettingsReader {

  private static final int LONGEST_TEXT = 255;

  private final Config config;
  private final List<String> faults = new ArrayList<>();

  SettingsReader(Config config) {
    this.config = config;
  }

  /** What is wrong, in one line each; empty when nothing is. */
  List<String> faults() {
    return List.copyOf(faults);
  }

  String text(String name, String standard) {
    String text = value(name).orElse(standard);
    if (text.length() > LONGEST_TEXT) {
      fault(name, "a text of " + text.length() + " characters", "at most " + LONGEST_TEXT);
      return standard;
    }
    return text;
  }

  /**
   * @param standard null when there is none: then a missing setting is a fault
   */
  Path path(String name, @Nullable Path standard) {
    Optional<String> text = value(name);
    if (text.isEmpty() && standard != null) {
      return standard;
    }
    try {
      if (text.isPresent()) {
        return Path.of(text.get());
      }
      fault(name, "nothing", "a folder");
    } catch (InvalidPathException e) {
      fault(name, text.get(), "a path");
    }
    return Path.of(".");
  }

  Duration duration(String name, String standard, String least, String most) {
    String text = value(name).orElse(standard);
    try {
      Duration duration = Duration.parse(text);
      if (duration.compareTo(Duration.parse(least)) >= 0
          && duration.compareTo(Duration.parse(most)) <= 0) {
        return duration;
      }
    } catch (DateTimeParseException e) {
      // Told below, as for a duration out of range.
    }
    fault(name, text, "an ISO 8601 duration from " + least + " to " + most);
    return Duration.parse(standard);
  }

  int number(String name, int standard, int least, int most) {
    String text = value(name).orElse(Integer.toString(standard));
    try {
      int number = Integer.parseInt(text);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Told below, as for a number out of range.
    }
    fault(name, text, "a whole number from " + least + " to " + most);
    return standard;
  }

  private Optional<String> value(String name) {
    return config.getOptionalValue(name, String.class).map(String::strip).filter(s -> !s.isEmpty());
  }

  private void fault(String name, String value, String expected) {
    faults.add(name + ": " + value + " (expected: " + expected + ")");
  }
}
