package org.portcullis.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The official JavaScript clients and servers, installed once by npm into {@code target/node}. */
final class Node {

  private static final Path SOURCES = Path.of("src", "test", "node");
  private static final Path FOLDER = Path.of("target", "node").toAbsolutePath();
  private static final String BIN = "node_modules/@modelcontextprotocol/";

  private Node() {}

  /** A script of {@code src/test/node} or a server's program, run to its end; what it printed. */
  static String run(Map<String, String> environment, String... arguments) {
    return GateUnderTest.run(command(arguments), environment);
  }

  /** {@code server-everything} over Streamable HTTP on this port. */
  static Server everything(int port) {
    return Server.start(
        Map.of("PORT", String.valueOf(port)),
        "listening on port",
        command(script(BIN + "server-everything/dist/index.js"), "streamableHttp"));
  }

  /** {@code server-filesystem} for one folder, behind a bridge to Streamable HTTP on this port. */
  static Server filesystem(int port, Path allowed) {
    return Server.start(
        Map.of(),
        "listening on",
        command(
            script("bridge.mjs"),
            String.valueOf(port),
            "node",
            script(BIN + "server-filesystem/dist/index.js"),
            allowed.toString()));
  }

  /** DBHub's server for one PostgreSQL, behind a bridge to Streamable HTTP on this port. */
  static Server database(int port, String address) {
    return Server.start(
        Map.of(),
        "listening on",
        command(
            script("bridge.mjs"),
            String.valueOf(port),
            "node",
            script("node_modules/@bytebase/dbhub/dist/index.js"),
            "--transport",
            "stdio",
            "--dsn",
            address));
  }

  /** The absolute path of a file below the installed folder. */
  static String script(String name) {
    return Installed.FOLDER.resolve(name).toString();
  }

  private static List<String> command(String... arguments) {
    List<String> command = new ArrayList<>(List.of("node"));
    command.addAll(Arrays.asList(arguments));
    return command;
  }

  /** A server's process; ends with {@link #close}. */
  static final class Server implements AutoCloseable {

    private static final long START_SECONDS = 60;

    private final Process process;

    private Server(Process process) {
      this.process = process;
    }

    private static Server start(
        Map<String, String> environment, String ready, List<String> command) {
      try {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        CountDownLatch listening = new CountDownLatch(1);
        Thread reader = new Thread(() -> watch(process, ready, listening), "output of a server");
        reader.setDaemon(true);
        reader.start();
        if (!listening.await(START_SECONDS, TimeUnit.SECONDS)) {
          process.destroyForcibly();
          throw new AssertionError(String.join(" ", command) + " does not say: " + ready);
        }
        return new Server(process);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }

    /** Reads until the process ends, so that it never waits for somebody to read. */
    private static void watch(Process process, String ready, CountDownLatch listening) {
      try (BufferedReader output =
          new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
        for (String line = output.readLine(); line != null; line = output.readLine()) {
          if (line.contains(ready)) {
            listening.countDown();
          }
        }
      } catch (IOException e) {
        // The process has ended; whoever needs it notices.
        listening.countDown();
      }
    }

    @Override
    public void close() {
      process.descendants().forEach(ProcessHandle::destroy);
      process.destroy();
    }
  }

  /** Installed on first use. */
  private static final class Installed {

    static final Path FOLDER = install();

    private static Path install() {
      try (Stream<Path> files = Files.list(SOURCES)) {
        Files.createDirectories(Node.FOLDER);
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          Files.copy(
              file, Node.FOLDER.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      need("node", "Node.js 20 or newer is missing: apt-get install nodejs npm");
      need("npm", "npm is missing: apt-get install npm");
      GateUnderTest.run(
          List.of(
              "npm",
              "ci",
              // Drivers of databases that no test has.
              "--omit=optional",
              "--no-audit",
              "--no-fund",
              "--prefix",
              Node.FOLDER.toString()),
          Map.of());
      return Node.FOLDER;
    }

    private static void need(String program, String otherwise) {
      try {
        new ProcessBuilder(program, "--version").start();
      } catch (IOException e) {
        throw new AssertionError(otherwise, e);
      }
    }
  }
}
