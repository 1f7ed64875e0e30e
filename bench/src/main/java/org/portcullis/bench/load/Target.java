package org.portcullis.bench.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What is asked again and again.
 *
 * @param name what the report calls it
 * @param host where
 * @param port where
 * @param request the bytes of one request
 */
record Target(String name, String host, int port, byte[] request) {

  private static final int USUAL_PORT = 80;

  /**
   * Reads a target from a file: its first line is method and URL, field lines follow, an empty
   * line, and a body or nothing. The file's name is the target's.
   */
  static Target read(Path file) throws IOException {
    String text = Files.readString(file).replace("\r\n", "\n");
    int end = text.indexOf("\n\n");
    List<String> head = (end < 0 ? text : text.substring(0, end)).lines().toList();
    byte[] body = (end < 0 ? "" : text.substring(end + 2)).strip().getBytes(UTF_8);
    int space = head.get(0).indexOf(' ');
    URI url = URI.create(head.get(0).substring(space + 1).strip());
    String method = head.get(0).substring(0, space);
    int port = url.getPort() < 0 ? USUAL_PORT : url.getPort();
    StringBuilder request = new StringBuilder(256);
    request.append(method).append(' ').append(url.getRawPath()).append(" HTTP/1.1\r\n");
    request.append("Host: ").append(url.getHost()).append(':').append(port).append("\r\n");
    head.stream().skip(1).forEach(line -> request.append(line).append("\r\n"));
    if (body.length > 0) {
      request.append("Content-Length: ").append(body.length).append("\r\n");
    }
    byte[] start = request.append("\r\n").toString().getBytes(UTF_8);
    byte[] whole = new byte[start.length + body.length];
    System.arraycopy(start, 0, whole, 0, start.length);
    System.arraycopy(body, 0, whole, start.length, body.length);
    return new Target(file.getFileName().toString(), url.getHost(), port, whole);
  }
}
