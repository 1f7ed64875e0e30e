package org.portcullis.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * A gate as a user starts it: {@code ./portcullis demo --no-tour}, on free ports and with a data
 * folder of its own, beside the sample service. Used by many tests; safe for many threads.
 */
public final class GateUnderTest implements AutoCloseable {

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final long START_MINUTES = 4;

  private final Path data;
  private final int httpPort;
  private final int httpsPort;
  private final int deskPort;
  private final Map<String, String> tokens = new ConcurrentHashMap<>();

  private GateUnderTest(Path data, List<Integer> ports) {
    this.data = data;
    this.httpPort = ports.get(0);
    this.httpsPort = ports.get(1);
    this.deskPort = ports.get(2);
  }

  /** The gate that all tests share which leave it as it was; it ends with the test run. */
  public static GateUnderTest shared() {
    return Shared.GATE;
  }

  /** A gate of a test's own, started and ready. */
  public static GateUnderTest start(String name) {
    GateUnderTest gate = new GateUnderTest(newFolder(name), freePorts());
    gate.portcullis("demo", "--no-tour");
    return gate;
  }

  /** The base address over plain HTTP, without a slash at its end. */
  public String http() {
    return "http://localhost:" + httpPort;
  }

  /** The base address over TLS, without a slash at its end. */
  public String https() {
    return "https://localhost:" + httpsPort;
  }

  /** The sample service's own address, around the gate. */
  public String desk() {
    return "http://127.0.0.1:" + deskPort;
  }

  /** Where this gate's state lives. */
  public Path data() {
    return data;
  }

  /** An access token of a demo user; fetched once. */
  public String token(String user) {
    return tokens.computeIfAbsent(user, name -> portcullis("token", name).strip());
  }

  /** A secret that the gate made for itself at its first start. */
  public String secret(String name) {
    try {
      return Files.readString(data.resolve("variables").resolve(name)).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends the gate's process as a power failure would: SIGKILL, and the sample service lives on. */
  public void kill() {
    try {
      long pid = Long.parseLong(Files.readString(data.resolve("run/gate.pid")).strip());
      ProcessHandle process = ProcessHandle.of(pid).orElseThrow();
      process.destroyForcibly();
      process.onExit().orTimeout(1, TimeUnit.MINUTES).join();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts a gate that was killed or stopped, with the state it left. */
  public void startAgain() {
    tokens.clear();
    portcullis("start");
  }

  /** Stops the gate and the sample service in order. */
  @Override
  public void close() {
    portcullis("stop");
  }

  /** Runs the command line with this gate's settings; its output when it exits with 0. */
  public String portcullis(String... arguments) {
    List<String> command = new ArrayList<>(List.of(ROOT.resolve("portcullis").toString()));
    command.addAll(Arrays.asList(arguments));
    return run(command, environment());
  }

  /** The environment in which the command line and the demo's programs find this gate. */
  public Map<String, String> environment() {
    return Map.of(
        "PORTCULLIS_DATA", data.toString(),
        "PORTCULLIS_HTTP_PORT", String.valueOf(httpPort),
        "PORTCULLIS_HTTPS_PORT", String.valueOf(httpsPort),
        "DESK_PORT", String.valueOf(deskPort));
  }

  /** Runs a program to its end; its output when it exits with 0. */
  public static String run(List<String> command, Map<String, String> environment) {
    try {
      Path output = Files.createTempFile("portcullis-test", ".out");
      ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
      builder.redirectOutput(output.toFile()).environment().putAll(environment);
      builder.environment().remove("IDENTITY_KIND");
      Process process = builder.start();
      boolean ended = process.waitFor(START_MINUTES, TimeUnit.MINUTES);
      String text = Files.readString(output, UTF_8);
      Files.delete(output);
      if (!ended || process.exitValue() != 0) {
        process.destroyForcibly();
        throw new AssertionError(String.join(" ", command) + " failed:\n" + text);
      }
      return text;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static Path newFolder(String name) {
    try {
      Path parent = Files.createDirectories(Path.of("target", "gates").toAbsolutePath());
      return Files.createTempDirectory(parent, name + "-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Three ports that were free a moment ago, held together so that they differ. */
  private static List<Integer> freePorts() {
    try (ServerSocket a = new ServerSocket(0);
        ServerSocket b = new ServerSocket(0);
        ServerSocket c = new ServerSocket(0)) {
      return List.of(a.getLocalPort(), b.getLocalPort(), c.getLocalPort());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Started on first use. */
  private static final class Shared {

    static final GateUnderTest GATE = startShared();

    private static GateUnderTest startShared() {
      GateUnderTest gate = start("shared");
      Runtime.getRuntime().addShutdownHook(new Thread(gate::close, "stop the shared gate"));
      return gate;
    }
  }
}
