package org.portcullis.identity.web;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** A verified token that states these claims, as a container would give it. */
record StatedToken(JsonObject claims) implements JsonWebToken {

  /** A complete token, and these claims besides. Quotes may be single. */
  static StatedToken with(String more) {
    String claims =
        "{'iss':'https://idp.example','sub':'ann','azp':'bot','jti':'1','exp':1800000000"
            + (more.isEmpty() ? "" : "," + more)
            + "}";
    try (var reader = Json.createReader(new StringReader(claims.replace('\'', '"')))) {
      return new StatedToken(reader.readObject());
    }
  }

  @Override
  public String getName() {
    return "ann";
  }

  @Override
  public Set<String> getClaimNames() {
    return claims.keySet();
  }

  @Override
  @SuppressWarnings({"TypeParameterUnusedInFormals", "unchecked"}) // the interface says so
  public <T> @Nullable T getClaim(String name) {
    if (name.equals("raw_token")) {
      byte[] payload = claims.toString().getBytes(StandardCharsets.UTF_8);
      return (T) ("e30." + Base64.getUrlEncoder().withoutPadding().encodeToString(payload) + ".s");
    }
    if (name.equals("groups")) {
      return (T) Set.of(); // what a container makes of a claim of another type, or of none
    }
    JsonValue value = claims.get(name);
    if (name.equals("exp") && value != null) {
      return (T) Long.valueOf(claims.getJsonNumber(name).longValue());
    }
    return (T) (value instanceof JsonString text ? text.getString() : value);
  }
}
