package org.portcullis.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.portcullis.command.Command;
import org.portcullis.command.CommandName;
import org.portcullis.connection.Connection;
import org.portcullis.connection.Credential;
import org.portcullis.connection.ProtocolKind;
import org.portcullis.identity.Caller;
import org.portcullis.identity.CallerId;
import org.portcullis.json.StrictJson;
import org.portcullis.policy.ActivePolicy;
import org.portcullis.policy.document.PolicyReader;
import org.portcullis.policy.document.PolicyReading;

/** One caller, one connection, one policy and one call, as the demo has them. */
final class Sample {

  static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

  private Sample() {}

  static Caller caller() {
    return new Caller(
        new CallerId("https://idp.example", "u-1", "agent"),
        "agent",
        Set.of("support"),
        "t-1",
        NOW.plusSeconds(600));
  }

  static Connection connection() {
    return new Connection(
        "desk",
        ProtocolKind.MCP,
        URI.create("http://127.0.0.1:9180/mcp"),
        new Credential.None(),
        Map.of("team", "support"),
        StrictJson.object());
  }

  static ActivePolicy policy() {
    PolicyReading reading = PolicyReader.read(text("policy.yaml"));
    if (reading instanceof PolicyReading.Read read) {
      return read.policy().activate(1);
    }
    throw new IllegalStateException("policy.yaml: " + reading);
  }

  /** A refund: the rule that lets it pass has a condition on its amount. */
  static Command refund(int amount) {
    ObjectNode arguments = StrictJson.object();
    arguments.put("amount", amount);
    arguments.put("customer", 42);
    arguments.put("reason", "damaged in transit");
    return Command.of(CommandName.of("tool", "refund"), arguments, "");
  }

  /** An answer of about two kilobytes with something to hide in every fourth customer. */
  static byte[] answer() {
    StringBuilder json = new StringBuilder("{\"customers\":[");
    for (int i = 0; i < 16; i++) {
      String note = i % 4 == 0 ? "write to c" + i + "@shop.example" : "prefers to be called";
      json.append(i == 0 ? "" : ",")
          .append("{\"id\":%d,\"name\":\"Customer %d\",\"ssn\":\"000-00-%04d\"".formatted(i, i, i))
          .append(",\"city\":\"Springfield\",\"note\":\"%s\"}".formatted(note));
    }
    return json.append("]}").toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String text(String resource) {
    try (InputStream in = Objects.requireNonNull(Sample.class.getResourceAsStream(resource))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
