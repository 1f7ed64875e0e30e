package org.portcullis.bench.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.Locale;

/** One connection that is kept; used by one thread. */
final class KeptConnection implements AutoCloseable {

  private static final String SUCCESS = "HTTP/1.1 2";
  private static final int TIMEOUT = 30_000;

  private final Target target;
  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;

  KeptConnection(Target target) throws IOException {
    this.target = target;
    this.socket = new Socket(target.host(), target.port());
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(TIMEOUT);
    this.in = new BufferedInputStream(socket.getInputStream(), 16 * 1024);
    this.out = socket.getOutputStream();
  }

  /** Sends the request and reads the whole answer; one that is no success is a fault. */
  void call() throws IOException {
    out.write(target.request());
    String status = line();
    long length = -1;
    boolean chunked = false;
    for (String line = line(); !line.isEmpty(); line = line()) {
      String lower = line.toLowerCase(Locale.ROOT);
      if (lower.startsWith("content-length:")) {
        length = Long.parseLong(lower.substring("content-length:".length()).strip());
      }
      chunked |= lower.startsWith("transfer-encoding:") && lower.endsWith("chunked");
    }
    if (chunked) {
      skipChunks();
    } else {
      in.skipNBytes(Math.max(0, length));
    }
    if (!status.startsWith(SUCCESS)) {
      throw new IOException(target.name() + " answered " + status);
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private void skipChunks() throws IOException {
    for (long size = chunk(); size > 0; size = chunk()) {
      in.skipNBytes(size + 2);
    }
    line();
  }

  private long chunk() throws IOException {
    return Long.parseLong(line().strip(), 16);
  }

  private String line() throws IOException {
    byte[] bytes = new byte[512];
    int length = 0;
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0) {
        throw new EOFException(target.name() + " closed the connection");
      }
      if (b != '\r' && length < bytes.length) {
        bytes[length++] = (byte) b;
      }
    }
    return new String(bytes, 0, length, ISO_8859_1);
  }
}
