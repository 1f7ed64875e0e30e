package org.portcullis.demo.desk;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.portcullis.demo.json.Json;

/** JSON answers of the plain HTTP side. */
final class Answers {
  private Answers() {}

  static void send(HttpServletResponse response, int status, Object json) throws IOException {
    byte[] body = Json.text(json).getBytes(StandardCharsets.UTF_8);
    response.setStatus(status);
    response.setContentType("application/json");
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
