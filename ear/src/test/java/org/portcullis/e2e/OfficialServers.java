package org.portcullis.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.portcullis.database.Postgres;

/**
 * A gate with the official {@code server-everything} and {@code server-filesystem} and with DBHub's
 * server for a real PostgreSQL behind it. Started on first use, shared by the tests of every
 * client, and ended with the test run.
 */
final class OfficialServers {

  private static final String POLICY =
      """
      version: 1
      groups: {support: [caller], platform: [admin], audit: [auditor], approvers: [approver]}
      roles:
        caller:
          rules:
            - id: everything
              effect: allow
              on: [everything]
              commands: ["tool:echo", "tool:get-s*", "tool:trigger-*", "resource:*", "prompt:*", "completion:*"]
            - id: read-files
              effect: allow
              on: [filesystem]
              commands: ["tool:list_directory", "tool:read_text_file", "tool:list_allowed_directories"]
              inner: any
            - {id: no-writing, effect: block, on: [filesystem], commands: ["tool:write_file"]}
            - {id: read-inside, effect: allow, on: [files], commands: ["tool:read_text_file", "file:read:FOLDER/inside/*"]}
            - {id: read-customers, effect: allow, on: [database], commands: ["tool:execute_sql", "sql:select:customers"]}
            - {id: ask-to-delete, effect: approve, on: [database], commands: ["sql:delete:customers"], approval: one}
            - {id: never-drop, effect: block, on: [database], commands: ["sql:drop:*"]}
        admin: {}
        auditor: {}
        approver: {}
      approvals:
        one: {approvers: [approver], quorum: 1, pending: PT15M, grant: once, usable: PT10M}
      """;

  private final GateUnderTest gate;
  private final Path folder;

  private OfficialServers(GateUnderTest gate, Path folder) {
    this.gate = gate;
    this.folder = folder;
  }

  static OfficialServers shared() {
    return Shared.SERVERS;
  }

  /** The gate before them. */
  GateUnderTest gate() {
    return gate;
  }

  /**
   * The only folder that the file server serves; it holds {@code note.txt}. The connection {@code
   * files} is to its subfolder {@code inside} alone.
   */
  Path folder() {
    return folder;
  }

  private static OfficialServers start() {
    try {
      Path folder = Files.createTempDirectory("portcullis-files").toRealPath();
      Files.writeString(folder.resolve("note.txt"), "remember the milk\n");
      int everything = freePort();
      int filesystem = freePort();
      int database = freePort();
      endWithTheRun(Node.everything(everything));
      endWithTheRun(Node.filesystem(filesystem, folder));
      Postgres postgres = Postgres.required();
      endWithTheRun(
          Node.database(
              database,
              "postgres://postgres:none@localhost:"
                  + postgres.port()
                  + "/postgres?sslmode=disable"));
      GateUnderTest gate = GateUnderTest.start("interoperability");
      endWithTheRun(gate);
      Http admin = Http.as(gate, "admin");
      String policy = POLICY.replace("FOLDER", folder.toString());
      assertThat(admin.put("/api/v1/policy", "application/yaml", policy).status()).isEqualTo(200);
      register(admin, "everything", everything);
      register(admin, "filesystem", filesystem);
      register(admin, "files", filesystem);
      register(admin, "database", database);
      return new OfficialServers(gate, folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void endWithTheRun(GateUnderTest gate) {
    Runtime.getRuntime().addShutdownHook(new Thread(gate::close, "stop a gate"));
  }

  private static void endWithTheRun(Node.Server server) {
    Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop a server"));
  }

  private static void register(Http admin, String name, int port) {
    String connection =
        "{\"protocol\":\"mcp\",\"url\":\"http://127.0.0.1:" + port + "/mcp\",\"labels\":{}}";
    assertThat(admin.put("/api/v1/connections/" + name, "application/json", connection).status())
        .isBetween(200, 204);
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Shared {

    static final OfficialServers SERVERS = start();
  }
}
