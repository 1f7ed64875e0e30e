package org.portcullis.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.portcullis.e2e.GateUnderTest;
import org.portcullis.e2e.Http;

/**
 * A gate as it runs in production: {@code ./portcullis start} with a company's identity provider,
 * here the tests' own, and without anything of the demo. Started on first use, ended with the run.
 */
final class FaultsGate {

  /** What the gate shows the upstream of the connection {@code tools}. */
  static final String TOOLS_CREDENTIAL = "only-the-gate-" + UUID.randomUUID();

  /** What it shows the upstream of the connection {@code runs}, in the field {@code X-Api-Key}. */
  static final String RUNS_CREDENTIAL = "only-the-gate-" + UUID.randomUUID();

  private static final Path PROGRAM = Path.of("..", "portcullis").toAbsolutePath().normalize();
  private static final String POLICY =
      """
      version: 1
      groups: {support: [caller], readers: [reader], platform: [admin], audit: [auditor], approvers: [approver], nothing: [], hollow: [empty]}
      roles:
        caller:
          rules:
            - id: tools
              effect: allow
              on: ["tools*"]
              commands: ["tool:echo", "resource:*:memo:notes", "prompt:get:greet", "completion:complete:greet"]
            - {id: everything, effect: allow, on: [other], commands: ["tool:*"]}
            - {id: runs, effect: allow, on: ["runs*"], commands: ["http:*", "tool:echo"]}
            - {id: no-wiping, effect: block, on: ["tools*", "runs*"], commands: ["tool:wipe"]}
            - id: work
              effect: allow
              on: ["tools*"]
              commands: ["tool:run_command", "tool:read_file", "shell:ls:*", "shell:cat:docs/*", "file:read:docs/*"]
            - id: own
              effect: allow
              on: ["tools*"]
              commands: ["tool:mine"]
              when: "caller.subject == args.text && caller.client == 'test-agent' && 'support' in caller.groups"
            - {id: sixth, effect: allow, on: ["tools*"], commands: ["tool:sixth"]}
            - {id: not-the-sixth, effect: block, on: ["tools*"], commands: ["tool:sixth"], when: "caller.groups[5] == 'x'"}
            - {id: payments, effect: approve, on: ["tools*", "runs*"], commands: ["tool:pay"], approval: one}
        reader:
          rules:
            - {id: notes, effect: allow, on: ["tools*"], commands: ["resource:read:memo:notes"]}
        admin: {}
        auditor: {}
        approver: {}
        empty: {includes: [], rules: []}
      masking:
        - {id: addresses, detect: [EMAIL], with: label}
      approvals:
        one: {approvers: [approver], quorum: 1, pending: PT15M, grant: once, usable: PT10M}
      """;

  private static final String RUNS_SETTINGS =
      """
      {"operations": [
        {"method": "GET", "path": "/items/{id}"},
        {"method": "POST", "path": "/items"},
        {"method": "POST", "path": "/runs",
         "commands": {"each": "/steps", "name": "/action", "arguments": "/action_input"}}]}
      """;

  private final ScriptedUpstream tools = new ScriptedUpstream(new ToolServer());
  private final ScriptedUpstream other = new ScriptedUpstream(new ToolServer());
  private final ScriptedUpstream runs =
      new ScriptedUpstream(
          (request, peer) -> peer.answer(200, "application/json", "{\"ok\":true}"));
  private final String http;
  private final Map<String, String> environment;
  private final IdentityProvider identity;
  private final Trail trail;

  private FaultsGate() {
    Path data = newFolder();
    String password = UUID.randomUUID().toString();
    Path keyStore = keyStore(data, password);
    identity = new IdentityProvider(keyStore, password);
    int[] ports = freePorts();
    http = "http://localhost:" + ports[0];
    environment = environment(data, keyStore, ports);
    Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop the gate of the faults"));
    GateUnderTest.run(List.of(PROGRAM.toString(), "start"), environment);
    trail = new Trail(as("auditor", "audit"));
    setUp();
  }

  static FaultsGate shared() {
    return Shared.GATE;
  }

  /** The base address, without a slash at its end. */
  String http() {
    return http;
  }

  IdentityProvider identity() {
    return identity;
  }

  /** Behind the connection {@code tools}, which speaks MCP. */
  ScriptedUpstream tools() {
    return tools;
  }

  /** Behind the connection {@code other}, which speaks MCP and lets the caller use every tool. */
  ScriptedUpstream other() {
    return other;
  }

  /** Behind the connection {@code runs}, which speaks REST. */
  ScriptedUpstream runs() {
    return runs;
  }

  Trail trail() {
    return trail;
  }

  /** The caller of most tests: may call {@code echo}, has to ask before {@code pay}. */
  Agent caller() {
    return agent("alice", "support");
  }

  /** A client of this subject, who is a member of these groups. */
  Agent agent(String subject, String... groups) {
    return Agent.of(http).token(identity.signed(subject, groups));
  }

  /** The API as this subject uses it. */
  Http as(String subject, String... groups) {
    return Http.at(http).header("Authorization", "Bearer " + identity.signed(subject, groups));
  }

  /** A text that stands in one test's requests alone. */
  static String marker() {
    return "m" + UUID.randomUUID().toString().replace("-", "");
  }

  /** Registers a connection. */
  void connect(String name, String protocol, String url, String more) {
    String document =
        "{\"protocol\":\"%s\",\"url\":\"%s\",\"labels\":{}%s}".formatted(protocol, url, more);
    Http.Reply reply =
        as("root", "platform").put("/api/v1/connections/" + name, "application/json", document);
    assertThat(reply.status()).as(reply.text()).isBetween(200, 201);
  }

  /** The only operations that a REST connection of the tests declares, as a member. */
  static String runsSettings() {
    return ",\"settings\":" + RUNS_SETTINGS;
  }

  private void setUp() {
    Http.Reply policy = as("root", "platform").put("/api/v1/policy", "application/yaml", POLICY);
    assertThat(policy.status()).as(policy.text()).isEqualTo(200);
    String bearer = ",\"credential\":{\"type\":\"bearer\",\"token\":\"%s\"}";
    connect("tools", "mcp", tools.url() + "/mcp", bearer.formatted(TOOLS_CREDENTIAL));
    connect("other", "mcp", other.url() + "/mcp", "");
    String key =
        ",\"credential\":{\"type\":\"header\",\"name\":\"X-Api-Key\",\"value\":\"%s\"}"
            .formatted(RUNS_CREDENTIAL);
    connect("runs", "rest", runs.url(), key + runsSettings());
  }

  private void stop() {
    GateUnderTest.run(List.of(PROGRAM.toString(), "stop"), environment);
    identity.close();
  }

  private Map<String, String> environment(Path data, Path keyStore, int... ports) {
    Map<String, String> variables = new HashMap<>();
    variables.put("PORTCULLIS_DATA", data.toString());
    variables.put("PORTCULLIS_HTTP_PORT", String.valueOf(ports[0]));
    variables.put("PORTCULLIS_HTTPS_PORT", String.valueOf(ports[1]));
    variables.put("PORTCULLIS_KEYSTORE", keyStore.toString());
    variables.put("PORTCULLIS_TOKEN_ISSUER", identity.issuer());
    variables.put("PORTCULLIS_TOKEN_JWKS", identity.jwksUrl());
    variables.put("PORTCULLIS_OIDC_DISCOVERY", identity.discoveryUrl());
    variables.put("PORTCULLIS_BOOTSTRAP_ADMIN_GROUP", "platform");
    variables.put("PORTCULLIS_REFUSALS_PER_SECOND", "1000");
    variables.put("PORTCULLIS_UPSTREAM_ANSWER_TIMEOUT", "PT8S");
    variables.put("PORTCULLIS_UPSTREAM_WHOLE_TIMEOUT", "PT12S");
    variables.put("PORTCULLIS_UPSTREAM_ANSWER_LIMIT", "65536");
    variables.put("PORTCULLIS_STREAMS_EVENT_LIMIT", "65536");
    variables.put("PORTCULLIS_STREAMS_KEEPALIVE", "PT1S");
    return variables;
  }

  /** One key store for both sides: whoever signs tokens has to be trusted, and TLS needs a key. */
  private static Path keyStore(Path data, String password) {
    try {
      Path variables = Files.createDirectories(data.resolve("variables"));
      Files.writeString(variables.resolve("keystore_password"), password);
      Files.writeString(
          variables.resolve("portcullis.oidc.client.secret"), UUID.randomUUID().toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Path file = data.resolve("company.p12");
    String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    GateUnderTest.run(
        List.of(
            keytool,
            "-genkeypair",
            "-alias",
            "gate",
            "-keyalg",
            "RSA",
            "-keysize",
            "2048",
            "-validity",
            "7",
            "-dname",
            "CN=localhost",
            "-ext",
            "san=dns:localhost,ip:127.0.0.1",
            "-storetype",
            "PKCS12",
            "-keystore",
            file.toString(),
            "-storepass",
            password),
        Map.of());
    return file;
  }

  private static Path newFolder() {
    try {
      Path parent = Files.createDirectories(Path.of("target", "gates").toAbsolutePath());
      return Files.createTempDirectory(parent, "faults-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int[] freePorts() {
    try (ServerSocket a = new ServerSocket(0);
        ServerSocket b = new ServerSocket(0)) {
      return new int[] {a.getLocalPort(), b.getLocalPort()};
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Shared {

    static final FaultsGate GATE = new FaultsGate();
  }
}
