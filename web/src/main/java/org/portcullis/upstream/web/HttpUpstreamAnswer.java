package org.portcullis.upstream.web;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.portcullis.protocol.Headers;
import org.portcullis.protocol.UpstreamAnswer;

/** An upstream's answer; closing it before its end closes the connection under it. */
final class HttpUpstreamAnswer implements UpstreamAnswer {

  private final int status;
  private final Headers headers;
  private final AnswerBody body;

  private HttpUpstreamAnswer(int status, Headers headers, AnswerBody body) {
    this.status = status;
    this.headers = headers;
    this.body = body;
  }

  /**
   * Takes over a response.
   *
   * @param limit the most bytes after decoding
   */
  static HttpUpstreamAnswer of(
      ClassicHttpResponse response, Coding coding, long limit, OpenCall call) throws IOException {
    HttpEntity entity = response.getEntity();
    InputStream raw = entity == null ? InputStream.nullInputStream() : entity.getContent();
    return new HttpUpstreamAnswer(
        response.getCode(), headersOf(response), new AnswerBody(raw, coding, limit, call));
  }

  @Override
  public int status() {
    return status;
  }

  @Override
  public Headers headers() {
    return headers;
  }

  @Override
  public InputStream body() {
    return body;
  }

  @Override
  public void close() {
    body.close();
  }

  private static Headers headersOf(ClassicHttpResponse response) {
    List<String> named =
        Arrays.stream(response.getHeaders("Connection")).map(Header::getValue).toList();
    Map<String, List<String>> lines = new LinkedHashMap<>();
    for (Header header : response.getHeaders()) {
      if (Fields.mayComeBack(header.getName(), named)) {
        lines.computeIfAbsent(header.getName(), name -> new ArrayList<>()).add(header.getValue());
      }
    }
    return Headers.of(lines);
  }
}
