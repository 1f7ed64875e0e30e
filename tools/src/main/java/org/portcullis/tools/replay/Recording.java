package org.portcullis.tools.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.portcullis.json.StrictJson;
import org.portcullis.tools.Calls;
import org.portcullis.tools.Options;
import org.portcullis.tools.PolicyFile;
import org.portcullis.tools.Terminal;
import org.portcullis.tools.Unusable;

/** Recorded calls: from a file of events, one JSON document a line, or from a running gate. */
public final class Recording {

  /** Options that say where the calls come from. */
  public static final Set<String> OPTIONS =
      Set.of("--events", "--since", "--connections", "--gate", "--token-file");

  private static final String TOKEN = "PORTCULLIS_TOKEN";
  private static final String PORT = "PORTCULLIS_HTTP_PORT";

  private final Options options;
  private final Instant since;
  private final Optional<GateClient> gate;

  private Recording(Options options, Instant since, Optional<GateClient> gate) {
    this.options = options;
    this.since = since;
    this.gate = gate;
  }

  /** What the options say; the gate is asked only where no file is named. */
  public static Recording of(Options options, Terminal terminal) {
    Instant since =
        options
            .value("--since")
            .map(text -> Since.read(text, terminal.clock().instant()))
            .orElse(Instant.EPOCH);
    Optional<GateClient> gate =
        options.value("--events").isPresent()
            ? Optional.empty()
            : Optional.of(client(options, terminal));
    return new Recording(options, since, gate);
  }

  private static GateClient client(Options options, Terminal terminal) {
    String address =
        options
            .value("--gate")
            .orElse("http://localhost:" + terminal.environment().getOrDefault(PORT, "9080"));
    String bearer =
        options
            .value("--token-file")
            .map(PolicyFile::text)
            .or(() -> Optional.ofNullable(terminal.environment().get(TOKEN)))
            .map(String::strip)
            .filter(text -> !text.isEmpty())
            .orElseThrow(
                () ->
                    new Unusable(
                        "where are the recorded calls? (expected: --events FILE.jsonl, or a token"
                            + " for the gate in "
                            + TOKEN
                            + " or --token-file)"));
    return new GateClient(address.replaceAll("/+$", ""), bearer);
  }

  /** What is known about the connections of the calls. */
  public KnownConnections connections() {
    Optional<JsonNode> answer =
        options
            .value("--connections")
            .<JsonNode>map(file -> Calls.object(file, PolicyFile.text(file)))
            .or(() -> gate.map(GateClient::connections));
    return answer.map(KnownConnections::of).orElseGet(KnownConnections::unknown);
  }

  /** Hands over every recorded decision about a call, in the order of the recording. */
  public void forEach(Consumer<RecordedCall> to) {
    if (gate.isPresent()) {
      gate.get().decisions(since, event -> RecordedCall.read(event).ifPresent(to));
    } else {
      read(options.required("--events"), to);
    }
  }

  private void read(String file, Consumer<RecordedCall> to) {
    try (BufferedReader reader = Files.newBufferedReader(Path.of(file), StandardCharsets.UTF_8)) {
      int number = 0;
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        number++;
        if (!line.isBlank()) {
          RecordedCall.read(event(file, number, line))
              .filter(call -> !call.at().isBefore(since))
              .ifPresent(to);
        }
      }
    } catch (NoSuchFileException e) {
      throw new Unusable(file + ": no such file", e);
    } catch (IOException e) {
      throw new Unusable(file + ": cannot be read", e);
    }
  }

  private static JsonNode event(String file, int number, String line) {
    byte[] utf8 = line.getBytes(StandardCharsets.UTF_8);
    if (StrictJson.readData(utf8) instanceof StrictJson.Reading.Value value) {
      return value.node();
    }
    throw new Unusable(file + ":" + number + ": not a JSON document");
  }
}
