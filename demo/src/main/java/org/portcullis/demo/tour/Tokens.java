package org.portcullis.demo.tour;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Access tokens of the demo's people by OAuth's password grant, which only the demo's provider
 * offers: there the password is the name. One token per person, kept for the length of a tour.
 */
final class Tokens {
  private final TourSettings settings;
  private final Web web;
  private final Map<String, String> held = new ConcurrentHashMap<>();

  Tokens(TourSettings settings, Web web) {
    this.settings = settings;
    this.web = web;
  }

  /**
   * The token of one person.
   *
   * @throws NotAsTold if the provider does not give one
   */
  String of(String user) {
    return held.computeIfAbsent(user, this::fetch);
  }

  private String fetch(String user) {
    String form =
        Map.of("grant_type", "password", "username", user, "password", user, "scope", "openid")
            .entrySet()
            .stream()
            .map(field -> field.getKey() + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    String client = encoded(settings.clientId()) + ":" + encoded(settings.clientSecret());
    byte[] basic = client.getBytes(StandardCharsets.UTF_8);
    Web.Reply reply =
        web.send(
            "the identity provider",
            Web.to(settings.tokens())
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(basic))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "application/json")
                .POST(BodyPublishers.ofString(form)));
    if (!reply.worked()
        || !(reply.json("the identity provider").get("access_token") instanceof String token)) {
      throw new NotAsTold(
          "the identity provider gives " + user + " no token: status " + reply.status());
    }
    return token;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
