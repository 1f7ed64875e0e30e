package org.portcullis.demo.desk;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** {@code GET /effects}: what the desk really did, to hold against what the gate says it did. */
final class EffectsServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  private final transient EffectLog effects;

  EffectsServlet(EffectLog effects) {
    this.effects = effects;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Answers.send(response, 200, effects.toJson());
  }
}
