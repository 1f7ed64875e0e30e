package org.portcullis.e2e.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;
import org.portcullis.e2e.faults.ScriptedUpstream.Script;

/** What upstreams do wrong below their protocol: lengths, chunks, codings, time. */
final class Lies {

  /** Stands in answers that must not come through. */
  static final String LEAK = "internal-stack-trace";

  private static final String HEAD =
      "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n";

  private Lies() {}

  /** Closes the connection without a word. */
  static Script silence() {
    return (request, peer) -> peer.close();
  }

  /** Holds the connection and never answers. */
  static Script slowness() {
    return (request, peer) -> peer.awaitEnd();
  }

  /** Speaks another protocol. */
  static Script noise() {
    return (request, peer) -> {
      peer.send("SSH-2.0-" + LEAK + "\r\n");
      peer.close();
    };
  }

  /** Announces more than comes. */
  static Script tooShort() {
    return (request, peer) -> {
      peer.send(HEAD + "Content-Length: 5000\r\n\r\n{\"text\":\"" + LEAK + "\"}");
      peer.close();
    };
  }

  /** Breaks off in the middle of a chunk. */
  static Script brokenChunk() {
    return (request, peer) -> {
      peer.send(HEAD + "Transfer-Encoding: chunked\r\n\r\nff\r\n{\"text\":\"" + LEAK);
      peer.close();
    };
  }

  /** Writes a length of a chunk that is no number. */
  static Script malformedChunk() {
    return (request, peer) -> {
      peer.send(HEAD + "Transfer-Encoding: chunked\r\n\r\nxyz\r\n{\"text\":\"" + LEAK + "\"}\r\n");
      peer.close();
    };
  }

  /** Ends a chunked body without its last chunk. */
  static Script endlessChunks(String body) {
    return (request, peer) -> {
      String chunk = Integer.toHexString(body.getBytes(UTF_8).length) + "\r\n" + body + "\r\n";
      peer.send(HEAD + "Transfer-Encoding: chunked\r\n\r\n" + chunk);
      peer.close();
    };
  }

  /** Says gzip and sends something else. */
  static Script noGzip() {
    return (request, peer) ->
        peer.answer(200, "application/json", LEAK.getBytes(UTF_8), "Content-Encoding: gzip\r\n");
  }

  /** A coding that nobody here can decode. */
  static Script unknownCoding(String coding) {
    return (request, peer) ->
        peer.answer(
            200, "application/json", LEAK.getBytes(UTF_8), "Content-Encoding: " + coding + "\r\n");
  }

  /** A small answer that unfolds beyond the limit. */
  static Script bomb() {
    byte[] body = gzip("[\"" + "a".repeat(1 << 20) + "\"]");
    return (request, peer) ->
        peer.answer(200, "application/json", body, "Content-Encoding: gzip\r\n");
  }

  /** An answer over the limit. */
  static Script flood() {
    String body = "[\"" + "a".repeat(1 << 17) + "\"]";
    return (request, peer) -> peer.answer(200, "application/json", body);
  }

  /** Sends the client somewhere else. */
  static Script redirect(String location) {
    return (request, peer) ->
        peer.answer(307, "text/plain", LEAK.getBytes(UTF_8), "Location: " + location + "\r\n");
  }

  /** Any other answer. */
  static Script answer(int status, String type, String body) {
    return (request, peer) -> peer.answer(status, type, body);
  }

  static byte[] gzip(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
