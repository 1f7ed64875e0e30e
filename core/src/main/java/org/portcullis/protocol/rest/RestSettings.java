package org.portcullis.protocol.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a REST connection declares: its operations, and where the commands of each are. Immutable.
 */
public final class RestSettings {

  private final List<RestOperation> operations;

  RestSettings(List<RestOperation> operations) {
    this.operations = List.copyOf(operations);
  }

  /** What reading settings came to. */
  public sealed interface Parsed {

    /** They can be used. */
    record Valid(RestSettings settings) implements Parsed {}

    /**
     * They cannot.
     *
     * @param faults at least one; each says where it stands, as a JSON Pointer, and what is wrong
     */
    record Faulty(List<String> faults) implements Parsed {}
  }

  /**
   * Reads a connection's settings: {@code {"operations":[{"method":"POST","path":"/runs",
   * "commands":{"each":"/steps","name":"/action","arguments":"/action_input"}}]}}. Whatever is
   * unknown, ambiguous or would leave something open without saying so is a fault.
   */
  public static Parsed parse(JsonNode settings) {
    return new RestSettingsReader().read(settings);
  }

  /** An operation and the values of its path's variables. */
  record Match(RestOperation operation, Map<String, String> variables) {}

  /** The operation that a request is; the most specific one when several match. */
  Optional<Match> match(String method, List<String> segments) {
    Match best = null;
    for (RestOperation operation : operations) {
      if (!operation.method().equals(method)) {
        continue;
      }
      Optional<Map<String, String>> values = operation.path().match(segments);
      if (values.isPresent()
          && (best == null || operation.path().isMoreSpecificThan(best.operation().path()))) {
        best = new Match(operation, values.get());
      }
    }
    return Optional.ofNullable(best);
  }
}
