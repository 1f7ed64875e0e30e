package org.portcullis.e2e.faults;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A server on a bare socket, so that it can lie about anything. It remembers every request. What it
 * answers is a test's script for requests that hold the test's marker, and its usual script for all
 * others.
 */
final class ScriptedUpstream implements AutoCloseable {

  private final ServerSocket socket;
  private final Script usual;
  private final Map<String, Script> scripts = new ConcurrentHashMap<>();
  private final List<Received> received = new CopyOnWriteArrayList<>();
  private final List<Socket> open = new CopyOnWriteArrayList<>();
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "scripted upstream");
            thread.setDaemon(true);
            return thread;
          });

  /** A request that reached it. Names of fields are in lower case. */
  record Received(String verb, String target, Map<String, String> fields, String body) {

    boolean holds(String marker) {
      return target.contains(marker) || body.contains(marker);
    }

    /** The lines of a field, joined by commas. */
    Optional<String> field(String name) {
      return Optional.ofNullable(fields.get(name));
    }
  }

  /** Says what is answered. A connection is used again unless the script closes it. */
  interface Script {
    void answer(Received request, Peer peer) throws IOException;
  }

  ScriptedUpstream(Script usual) {
    this.usual = usual;
    try {
      socket = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.execute(this::accept);
  }

  /** Its address, without a slash at its end. */
  String url() {
    return "http://127.0.0.1:" + socket.getLocalPort();
  }

  /** Requests that hold this marker are answered by this script. */
  void when(String marker, Script script) {
    scripts.put(marker, script);
  }

  /** Every request so far that held this marker. */
  List<Received> received(String marker) {
    return received.stream().filter(request -> request.holds(marker)).toList();
  }

  @Override
  public void close() {
    threads.shutdownNow();
    try {
      socket.close();
      for (Socket connection : open) {
        connection.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void accept() {
    try {
      while (!socket.isClosed()) {
        Socket connection = socket.accept();
        open.add(connection);
        threads.execute(() -> serve(connection));
      }
    } catch (IOException e) {
      // Accepting fails when the test is done with it and closes it, and then only.
      threads.shutdown();
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      InputStream in = new BufferedInputStream(connection.getInputStream());
      Peer peer = new Peer(connection, in);
      for (Optional<Received> request = read(in);
          request.isPresent() && !connection.isClosed();
          request = connection.isClosed() ? Optional.empty() : read(in)) {
        received.add(request.get());
        script(request.get()).answer(request.get(), peer);
      }
    } catch (IOException e) {
      // The gate closed the connection; tests see that by what it answers.
      open.remove(connection);
    }
  }

  private Script script(Received request) {
    return scripts.entrySet().stream()
        .filter(entry -> request.holds(entry.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(usual);
  }

  private static Optional<Received> read(InputStream in) throws IOException {
    String first = line(in);
    if (first.isEmpty()) {
      return Optional.empty();
    }
    Map<String, String> fields = new TreeMap<>();
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      String[] parts = line.split(":", 2);
      fields.merge(
          parts[0].toLowerCase(Locale.ROOT), parts[1].strip(), (old, more) -> old + "," + more);
    }
    int length = Integer.parseInt(fields.getOrDefault("content-length", "0"));
    String body = new String(in.readNBytes(length), UTF_8);
    String[] parts = first.split(" ", 3);
    return Optional.of(new Received(parts[0], parts[1], Map.copyOf(fields), body));
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
      line.append((char) b);
    }
    return line.toString().strip();
  }

  /** The gate's end of a connection. */
  static final class Peer {

    private final Socket socket;
    private final InputStream in;

    private Peer(Socket socket, InputStream in) {
      this.socket = socket;
      this.in = in;
    }

    /** Sends these bytes at once. */
    void send(byte[] bytes) throws IOException {
      OutputStream out = socket.getOutputStream();
      out.write(bytes);
      out.flush();
    }

    /** Sends this text at once. */
    void send(String text) throws IOException {
      send(text.getBytes(UTF_8));
    }

    /** Sends a whole and honest answer. */
    void answer(int status, String type, String body) throws IOException {
      answer(status, type, body.getBytes(UTF_8), "");
    }

    /**
     * Sends a whole answer.
     *
     * @param more further field lines, each with its end
     */
    void answer(int status, String type, byte[] body, String more) throws IOException {
      String head =
          "HTTP/1.1 %d Status\r\nContent-Type: %s\r\nContent-Length: %d\r\n%s\r\n"
              .formatted(status, type, body.length, more);
      send(head.getBytes(ISO_8859_1));
      send(body);
    }

    /** Begins a stream of events that ends with the connection. */
    void beginEvents() throws IOException {
      send("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n");
    }

    /** Sends one event. */
    void event(String data) throws IOException {
      send("data: " + data + "\n\n");
    }

    /** Ends the connection. */
    void close() throws IOException {
      socket.close();
    }

    /** Returns when the gate has closed the connection. */
    void awaitEnd() {
      try {
        while (in.read() >= 0) {
          // Nothing more is expected; whatever comes is not looked at.
        }
      } catch (IOException e) {
        // Reset instead of closed: ended all the same.
        return;
      }
    }
  }
}
