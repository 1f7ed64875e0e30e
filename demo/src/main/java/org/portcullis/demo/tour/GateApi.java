package org.portcullis.demo.tour;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.portcullis.demo.json.Json;

/** The gate's API as one person may use it. */
final class GateApi implements ApprovalQueue {
  private final TourSettings settings;
  private final Web web;
  private final Tokens tokens;
  private final String user;

  GateApi(TourSettings settings, Web web, Tokens tokens, String user) {
    this.settings = settings;
    this.web = web;
    this.tokens = tokens;
    this.user = user;
  }

  @Override
  public Optional<Map<String, Object>> pendingApproval(String id) {
    return items("approvals?state=pending").stream()
        .filter(item -> id.equals(item.get("id")))
        .findFirst();
  }

  @Override
  public void approve(String id, String reason) {
    String vote = Json.text(Map.of("vote", "approve", "reason", reason));
    Web.Reply reply =
        send(
            "approvals/" + id + "/votes",
            request -> request.header("Content-Type", "application/json").POST(body(vote)));
    if (!reply.worked()) {
      throw new NotAsTold(user + " cannot approve " + id + ": " + reply.brief());
    }
  }

  @Override
  public Optional<Map<String, Object>> grantOf(String approval) {
    return items("grants").stream()
        .filter(item -> approval.equals(item.get("request")))
        .findFirst();
  }

  /** Puts a document, if it is not there already in these very words. */
  void put(String path, String type, String text) {
    Web.Reply there = send(path, HttpRequest.Builder::GET);
    if (there.worked() && there.body().equals(text)) {
      return;
    }
    Web.Reply reply =
        send(
            path,
            request -> {
              String tag = there.headers().getOrDefault("ETag", "");
              if (there.worked() && !tag.isEmpty()) {
                request.header("If-Match", tag);
              }
              return request.header("Content-Type", type).PUT(body(text));
            });
    if (!reply.worked()) {
      throw new NotAsTold(user + " cannot put " + path + ": " + reply.brief());
    }
  }

  @SuppressWarnings("unchecked") // a JSON array of objects, by the API's contract
  private List<Map<String, Object>> items(String path) {
    Web.Reply reply = send(path, HttpRequest.Builder::GET);
    if (!reply.worked() || !(reply.json(path).get("items") instanceof List<?> items)) {
      throw new NotAsTold(user + " cannot list " + path + ": " + reply.brief());
    }
    return (List<Map<String, Object>>) items;
  }

  private Web.Reply send(String path, UnaryOperator<HttpRequest.Builder> completing) {
    HttpRequest.Builder request =
        Web.to(settings.gate().resolve("/api/v1/" + path))
            .header("Authorization", "Bearer " + tokens.of(user));
    return web.send("the gate", completing.apply(request));
  }

  private static HttpRequest.BodyPublisher body(String text) {
    return BodyPublishers.ofString(text);
  }
}
