package org.portcullis.upstream.web;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.BiConsumer;
import org.portcullis.connection.Credential;

/** Shows an upstream the gate's own credential for it. */
final class Credentials {

  private static final String AUTHORIZATION = "Authorization";

  private Credentials() {}

  /**
   * @param setField replaces every line of a name; adding a second one would leave the choice to
   *     the upstream
   */
  static void show(Credential credential, BiConsumer<String, String> setField) {
    if (credential instanceof Credential.Bearer bearer) {
      setField.accept(AUTHORIZATION, "Bearer " + bearer.token().reveal());
    } else if (credential instanceof Credential.Header header) {
      setField.accept(header.name(), header.value().reveal());
    } else if (credential instanceof Credential.Basic basic) {
      byte[] pair =
          (basic.user() + ":" + basic.password().reveal()).getBytes(StandardCharsets.UTF_8);
      setField.accept(AUTHORIZATION, "Basic " + Base64.getEncoder().encodeToString(pair));
    }
  }
}
