package org.portcullis.container;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;

/** A service behind the gate that answers everything and counts what reached it. */
final class Upstream implements AutoCloseable {

  private static final byte[] ANSWER =
      ("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 11\r\n"
              + "Connection: close\r\n\r\n{\"ok\":true}")
          .getBytes(US_ASCII);

  private final ServerSocket socket;
  private final AtomicInteger requests = new AtomicInteger();

  Upstream() throws IOException {
    socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread thread = new Thread(this::serve, "upstream of a test");
    thread.setDaemon(true);
    thread.start();
  }

  String url() {
    return "http://127.0.0.1:" + socket.getLocalPort();
  }

  /** How many requests reached it. */
  int requests() {
    return requests.get();
  }

  private void serve() {
    while (!socket.isClosed()) {
      try (Socket peer = socket.accept()) {
        var in = new BufferedReader(new InputStreamReader(peer.getInputStream(), US_ASCII));
        answer(in, peer);
      } catch (IOException ignored) {
        // Closed, or the peer left: the next request tells.
      }
    }
  }

  private void answer(BufferedReader in, Socket peer) throws IOException {
    String line = in.readLine();
    if (line != null) {
      requests.incrementAndGet();
    }
    while (line != null && !line.isEmpty()) {
      line = in.readLine();
    }
    peer.getOutputStream().write(ANSWER);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
