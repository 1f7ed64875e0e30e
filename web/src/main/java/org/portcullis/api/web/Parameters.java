package org.portcullis.api.web;

import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads query parameters and collects their faults. A filter that is misspelled never widens. */
public final class Parameters {

  private final List<Fault> faults = new ArrayList<>();

  /** A whole number within a range; the least one with a fault. */
  public int number(String name, String text, int least, int most) {
    return (int) number(name, text, (long) least, (long) most);
  }

  /** A whole number within a range; the least one with a fault. */
  public long number(String name, String text, long least, long most) {
    try {
      long value = Long.parseLong(text);
      if (value >= least && value <= most) {
        return value;
      }
    } catch (NumberFormatException e) {
      // Falls through to the fault that both cases share.
    }
    faults.add(
        new Fault(
            name, "not usable (expected: a whole number from " + least + " to " + most + ")"));
    return least;
  }

  /** An instant in ISO 8601, or null when it is not given. */
  public @Nullable Instant instant(String name, @Nullable String text) {
    if (text == null) {
      return null;
    }
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      faults.add(new Fault(name, "not an instant (expected: for example 2026-01-31T12:00:00Z)"));
      return null;
    }
  }

  /** A constant by its name in lower case, or null when it is not given. */
  public <E extends Enum<E>> @Nullable E constant(
      String name, @Nullable String text, Class<E> type) {
    if (text == null) {
      return null;
    }
    for (E constant : type.getEnumConstants()) {
      if (label(constant).equals(text)) {
        return constant;
      }
    }
    String known =
        Arrays.stream(type.getEnumConstants())
            .map(Parameters::label)
            .collect(Collectors.joining(", "));
    faults.add(new Fault(name, "unknown (expected: " + known + ")"));
    return null;
  }

  /** Whether anything could not be read. */
  public boolean areFaulty() {
    return !faults.isEmpty();
  }

  /** 422 with every fault. */
  public Response refusal() {
    return Replies.faulty(faults);
  }

  private static String label(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
