package org.portcullis.upstream.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** A server that sends exactly the bytes it is told to, whatever HTTP says about them. */
final class RawServer implements AutoCloseable {

  /** Answers one request. */
  @FunctionalInterface
  interface Script {
    void answer(int number, OutputStream out, Socket socket) throws IOException;
  }

  private final ServerSocket server;
  private final Script script;
  private final AtomicInteger requests = new AtomicInteger();
  private final AtomicInteger connections = new AtomicInteger();
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();
  private final BlockingQueue<String> heads = new LinkedBlockingQueue<>();
  private final BlockingQueue<String> bodies = new LinkedBlockingQueue<>();
  private final BlockingQueue<Integer> gone = new LinkedBlockingQueue<>();

  RawServer(Script script) throws IOException {
    this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    this.script = script;
    start(this::accept);
  }

  /** A server that answers each request with the same text. */
  static RawServer answering(String response) throws IOException {
    byte[] bytes = response.getBytes(StandardCharsets.ISO_8859_1);
    return new RawServer((number, out, socket) -> out.write(bytes));
  }

  URI url(String path) {
    return URI.create("http://127.0.0.1:" + server.getLocalPort() + path);
  }

  int connections() {
    return connections.get();
  }

  /** The head of the next request, in lower case. */
  String head() throws InterruptedException {
    return heads.take().toLowerCase(Locale.ROOT);
  }

  String body() throws InterruptedException {
    return bodies.take();
  }

  /** Waits until a client closed a connection. */
  void awaitGone() throws InterruptedException {
    gone.take();
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (Socket socket : sockets) {
      socket.close();
    }
  }

  private void accept() throws IOException {
    while (!server.isClosed()) {
      Socket socket = server.accept();
      sockets.add(socket);
      connections.incrementAndGet();
      start(() -> serve(socket));
    }
  }

  private void serve(Socket socket) throws IOException {
    InputStream in = socket.getInputStream();
    try (socket) {
      for (String head = readHead(in); !head.isEmpty(); head = readHead(in)) {
        heads.add(head);
        bodies.add(new String(in.readNBytes(length(head)), StandardCharsets.UTF_8));
        script.answer(requests.incrementAndGet(), socket.getOutputStream(), socket);
        if (!socket.isClosed()) {
          socket.getOutputStream().flush();
        }
      }
    } finally {
      gone.add(1);
    }
  }

  private static String readHead(InputStream in) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    for (int b = in.read(); b >= 0; b = in.read()) {
      head.write(b);
      if (head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
        return head.toString(StandardCharsets.ISO_8859_1);
      }
    }
    return "";
  }

  private static int length(String head) {
    for (String line : head.split("\r\n", -1)) {
      if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
        return Integer.parseInt(line.substring(15).strip());
      }
    }
    return 0;
  }

  private void start(Work work) {
    Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (IOException e) {
                // The client left, or the test is over.
                gone.add(0);
              }
            });
    thread.setDaemon(true);
    thread.start();
  }

  private interface Work {
    void run() throws IOException;
  }
}
