package org.portcullis.tools.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portcullis.tools.Run;

class ReplayToolTest {

  private static final String CALL =
      "{\"number\":%d,\"at\":\"2026-03-01T00:00:00Z\",\"kind\":\"decided\",\"actor\":\"ada\","
          + "\"subject\":\"u-1\",\"client\":\"helper\",\"connection\":\"desk\",\"decision\":\"%s\","
          + "\"detail\":{\"groups\":[\"support\"],\"commands\":[%s]}}";

  @TempDir Path folder;
  private Path policy;

  @BeforeEach
  void write() throws IOException {
    policy =
        Files.writeString(
            folder.resolve("policy.yaml"),
            """
            version: 1
            groups: {support: [agent]}
            roles:
              agent:
                rules:
                  - {id: small, effect: allow, on: [desk], commands: ["tool:refund"], when: "args.amount <= 20"}
                  - {id: mail, effect: allow, on: [desk], commands: ["tool:mail"], when: "args.to.endsWith('@example.com')"}
                  - {id: sql, effect: allow, on: [desk], commands: ["tool:run_sql", "sql:select:*"]}
                  - {id: fix, effect: allow, on: [desk], commands: ["sql:update:*"], when: "args.where"}
                  - {id: no-pay, effect: block, on: [desk], commands: ["tool:pay"]}
                  - {id: pay, effect: allow, on: [desk], commands: ["tool:pay"], when: "args.amount < 5"}
                  - {id: label, effect: allow, on: [desk], commands: ["tool:read"], when: "connection.labels['env'] == 'test'"}
            """);
  }

  @Test
  void countsWhatStaysAndWhatChanges() throws IOException {
    Run run =
        replay(
            call(1, "allow", "{\"command\":\"tool:refund\",\"arguments\":{\"amount\":20}}"),
            call(2, "allow", "{\"command\":\"tool:refund\",\"arguments\":{\"amount\":50}}"),
            call(3, "allow", "{\"command\":\"tool:refund\",\"arguments\":{\"amount\":40}}"),
            "{\"number\":4,\"at\":\"2026-03-01T00:00:00Z\",\"kind\":\"answered\",\"detail\":{}}");

    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains("1 unchanged, 2 changed, 0 not replayable")
        .contains("allow -> block  2 calls, now by no-rule")
        .contains("for example event 2 of 2026-03-01T00:00:00Z: ada on desk, tool:refund");
  }

  @Test
  void findsSubCommandsAgainWithTheirArguments() throws IOException {
    Run run =
        replay(
            call(
                1,
                "allow",
                "{\"command\":\"tool:run_sql\",\"arguments\":{\"sql\":\"UPDATE a SET b = 1\"},"
                    + "\"inner\":[{\"command\":\"sql:update:a\"}]}"),
            call(
                2,
                "allow",
                "{\"command\":\"tool:run_sql\","
                    + "\"arguments\":{\"sql\":\"UPDATE a SET b = 1 WHERE c = 2\"},"
                    + "\"inner\":[{\"command\":\"sql:update:a\"}]}"));

    assertThat(run.out()).contains("1 unchanged, 1 changed").contains("for example event 1");
  }

  @Test
  void saysWhatTheRecordDoesNotShow() throws IOException {
    Run run =
        replay(
            call(1, "allow", "{\"command\":\"tool:mail\",\"arguments\":{\"to\":\"[EMAIL]\"}}"),
            call(2, "allow", "{\"command\":\"tool:refund\",\"arguments\":{\"amount\":0}}"),
            call(3, "allow", "{\"command\":\"tool:refund\",\"argumentsBeginning\":\"{\"}"),
            call(4, "allow", "{\"command\":\"resource:read:[EMAIL]\",\"arguments\":{}}"),
            call(5, "allow", "{\"command\":\"tool:read\",\"arguments\":{}}"),
            call(
                6,
                "allow",
                "{\"command\":\"tool:run_sql\",\"arguments\":{\"sql\":\"[SECRET]\"},"
                    + "\"inner\":[{\"command\":\"sql:update:a\"}]}"),
            call(7, "allow", "{\"command\":\"tool:a\"}").replace("\"groups\"", "\"groupz\""));

    assertThat(run.out())
        .contains("0 unchanged, 0 changed, 7 not replayable")
        .contains("1 calls: rule mail asks for args.to, which the record does not show")
        .contains("2 calls: rule small asks for args.amount, which the record does not show")
        .contains("1 calls: a command's name is masked in the record")
        .contains("1 calls: rule label asks for the connection's labels")
        .contains("1 calls: rule fix asks for args.where, which the record does not show")
        .contains("1 calls: the event does not say the caller's groups");
  }

  @Test
  void decidesWhereWhatIsHiddenMakesNoDifference() throws IOException {
    Run run =
        replay(
            call(1, "block", "{\"command\":\"tool:pay\",\"arguments\":{\"amount\":0}}"),
            call(2, "block", "{\"command\":\"tool:other\",\"arguments\":{\"to\":\"[EMAIL]\"}}"),
            call(
                3,
                "allow",
                "{\"command\":\"tool:run_sql\",\"arguments\":{\"sql\":\"SELECT '[EMAIL]' FROM a\"},"
                    + "\"inner\":[{\"command\":\"sql:select:a\"}]}"));

    assertThat(run.out()).contains("3 unchanged, 0 changed, 0 not replayable");
  }

  @Test
  void decidesAboutWhatOnlyOpensAConnection() throws IOException {
    Run run =
        replay(
            call(1, "allow", ""),
            call(2, "allow", "").replace("support", "sales"),
            call(3, "block", "").replace("desk", "other"));

    assertThat(run.out())
        .contains("2 unchanged, 1 changed, 0 not replayable")
        .contains("allow -> block  1 calls, now by the caller's rules on the connection");
  }

  @Test
  void looksAtConnectionsWhereTheyAreKnown() throws IOException {
    Path connections =
        Files.writeString(
            folder.resolve("connections.json"),
            "{\"items\":[{\"name\":\"desk\",\"protocol\":\"mcp\",\"labels\":{\"env\":\"test\"}}]}");
    Path events =
        events(
            call(1, "allow", "{\"command\":\"tool:read\",\"arguments\":{}}"),
            call(2, "allow", "{\"command\":\"tool:read\",\"arguments\":{}}")
                .replace("desk", "old"));

    assertThat(Run.of("replay", policy, "--events", events, "--connections", connections).out())
        .contains("1 unchanged, 0 changed, 1 not replayable")
        .contains("there is no connection old any more");
  }

  @Test
  void beginsWhereItIsTold() throws IOException {
    Path events = events(call(1, "block", "{\"command\":\"tool:a\",\"arguments\":{}}"));

    assertThat(Run.of("replay", policy, "--events", events, "--since", "30d").out())
        .contains("1 unchanged");
    assertThat(Run.of("replay", policy, "--events", events, "--since", "1h").out())
        .contains("0 unchanged");
    assertThat(Run.of("replay", policy, "--events", events, "--since", "soon").code()).isEqualTo(2);
  }

  @Test
  void failsForChangesWhereToldTo() throws IOException {
    Path events = events(call(1, "allow", "{\"command\":\"tool:a\",\"arguments\":{}}"));

    assertThat(Run.of("replay", policy, "--events", events, "--fail-on-change").code())
        .isEqualTo(1);
    assertThat(Run.of("replay", policy, "--events", events, "--json").out())
        .contains("\"from\" : \"allow\"", "\"to\" : \"block\"", "\"count\" : 1");
  }

  @Test
  void asksARunningGatePageByPage() throws IOException {
    List<String> asked = new ArrayList<>();
    HttpServer gate =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    gate.createContext(
        "/",
        exchange -> {
          String uri = exchange.getRequestURI().toString();
          asked.add(exchange.getRequestHeaders().getFirst("Authorization") + " " + uri);
          byte[] body = answer(uri).getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    gate.start();
    try {
      Path bearer = Files.writeString(folder.resolve("bearer"), "abc\n");
      String url = "http://localhost:" + gate.getAddress().getPort() + "/";

      Run run = Run.of("replay", policy, "--gate", url, "--token-file", bearer, "--since", "30d");

      assertThat(run.out()).contains("1001 unchanged, 0 changed, 0 not replayable");
      assertThat(asked).hasSize(3).allMatch(line -> line.startsWith("Bearer abc "));
      assertThat(asked.get(1)).contains("kind=decided", "from=2026-02-02T05:06:07Z", "after=0");
      assertThat(asked.get(2)).contains("after=1000");
    } finally {
      gate.stop(0);
    }
  }

  private static String answer(String uri) {
    if (uri.contains("connections")) {
      return "{\"items\":[{\"name\":\"desk\",\"protocol\":\"mcp\"}]}";
    }
    List<String> items = new ArrayList<>();
    int first = uri.contains("after=1000") ? 1001 : 1;
    for (int number = first; number <= (first == 1 ? 1000 : 1001); number++) {
      items.add(call(number, "block", "{\"command\":\"tool:a\",\"arguments\":{}}"));
    }
    return "{\"items\":[" + String.join(",", items) + "]}";
  }

  @Test
  void refusesToGuessWhereTheCallsAre() throws IOException {
    assertThat(Run.of("replay", policy).err()).contains("where are the recorded calls?");
    assertThat(Run.of("replay", policy, "--events", folder.resolve("no")).code()).isEqualTo(2);
    assertThat(Run.of("replay", policy, "--events", events("{")).err())
        .contains(":1: not a JSON document");
  }

  private static String call(int number, String decision, String command) {
    return CALL.formatted(number, decision, command);
  }

  private Run replay(String... lines) throws IOException {
    return Run.of("replay", policy, "--events", events(lines));
  }

  private Path events(String... lines) throws IOException {
    return Files.write(folder.resolve("events.jsonl"), List.of(lines));
  }
}
