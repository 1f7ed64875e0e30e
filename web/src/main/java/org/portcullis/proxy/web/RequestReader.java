package org.portcullis.proxy.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.portcullis.protocol.Headers;
import org.portcullis.protocol.InboundRequest;
import org.portcullis.proxy.web.RequestReader.Reading.Read;
import org.portcullis.proxy.web.RequestReader.Reading.Refused;
import org.portcullis.upstream.web.Fields;

/** Takes a request off the wire, within its limits and without what identifies its caller. */
final class RequestReader {

  private static final byte[] NOTHING = new byte[0];

  private final int bodyLimit;

  /**
   * @param bodyLimit the largest body, in bytes
   */
  RequestReader(int bodyLimit) {
    this.bodyLimit = bodyLimit;
  }

  /** What reading came to. */
  sealed interface Reading {

    /** The whole request. */
    record Read(InboundRequest request) implements Reading {}

    /**
     * It is turned away before anyone looks at what it wants.
     *
     * @param seen the request without its body
     * @param reason for the record
     */
    record Refused(InboundRequest seen, int status, String title, String reason)
        implements Reading {}
  }

  /**
   * Reads the body to its end, or not at all.
   *
   * @throws IOException when the client breaks off
   */
  Reading read(HttpServletRequest request, GateTarget target) throws IOException {
    Headers headers = headersOf(request);
    InboundRequest bodiless = requestOf(request, target, headers, NOTHING);
    if (!isPlain(request)) {
      return new Refused(bodiless, 415, "Unsupported media type", "coded request body");
    }
    // Both would leave to the reader where this request ends and the next begins.
    if (request.getHeader("Transfer-Encoding") != null
        && request.getHeader("Content-Length") != null) {
      return new Refused(bodiless, 400, "Bad request", "length given twice");
    }
    if (request.getContentLengthLong() > bodyLimit) {
      return tooLarge(bodiless);
    }
    byte[] body = bodyOf(request);
    return body.length > bodyLimit
        ? tooLarge(bodiless)
        : new Read(requestOf(request, target, headers, body));
  }

  /** Takes no more room than it needs: most requests are small, and many have no body at all. */
  private byte[] bodyOf(HttpServletRequest request) throws IOException {
    int length = (int) request.getContentLengthLong();
    if (length == 0) {
      return NOTHING;
    }
    try (InputStream in = request.getInputStream()) {
      return length > 0 ? in.readNBytes(length) : bodyOfUnknownLength(in);
    }
  }

  /** One byte more than allowed tells that it is too large. */
  private byte[] bodyOfUnknownLength(InputStream in) throws IOException {
    int first = in.read();
    if (first < 0) {
      return NOTHING;
    }
    byte[] rest = in.readNBytes(bodyLimit);
    byte[] body = new byte[rest.length + 1];
    body[0] = (byte) first;
    System.arraycopy(rest, 0, body, 1, rest.length);
    return body;
  }

  private static Refused tooLarge(InboundRequest bodiless) {
    return new Refused(bodiless, 413, "Content too large", "body over the limit");
  }

  private static InboundRequest requestOf(
      HttpServletRequest request, GateTarget target, Headers headers, byte[] body) {
    String query = request.getQueryString();
    return new InboundRequest(
        request.getMethod(), target.path(), query == null ? "" : query, headers, body);
  }

  private static Headers headersOf(HttpServletRequest request) {
    List<String> named = Collections.list(request.getHeaders("Connection"));
    Map<String, List<String>> lines = new LinkedHashMap<>();
    for (String name : Collections.list(request.getHeaderNames())) {
      if (Fields.mayBeRead(name, named)) {
        lines.put(name, Collections.list(request.getHeaders(name)));
      }
    }
    return Headers.of(lines);
  }

  /** A coded body would have to be unfolded to be read, and could unfold beyond every limit. */
  private static boolean isPlain(HttpServletRequest request) {
    for (String coding : Collections.list(request.getHeaders("Content-Encoding"))) {
      if (!coding.strip().toLowerCase(Locale.ROOT).equals("identity")) {
        return false;
      }
    }
    return true;
  }
}
