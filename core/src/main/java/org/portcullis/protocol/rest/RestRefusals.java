package org.portcullis.protocol.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.portcullis.json.StrictJson;
import org.portcullis.policy.CallDecision;
import org.portcullis.policy.CommandDecision;
import org.portcullis.policy.Effect;
import org.portcullis.protocol.Answer;
import org.portcullis.protocol.Ask;
import org.portcullis.protocol.Failure;
import org.portcullis.protocol.Headers;
import org.portcullis.protocol.Problem;

/** Says no in HTTP's own words: problem documents (RFC 9457) and 202 while humans are asked. */
final class RestRefusals {

  private static final String NOTHING_RUN =
      " Nothing was run. Do not retry or try to reach the same effect another way.";

  private RestRefusals() {}

  /** Names each refused command, its place and the rules; every one of them, not the first. */
  static Answer blocked(CallDecision decision, String reference) {
    ObjectNode problem = Problem.document(403, "Blocked by policy", detail(decision) + NOTHING_RUN);
    problem.put("reference", reference);
    problem.put("policy", decision.policyVersion());
    ArrayNode commands = problem.putArray("commands");
    for (CommandDecision top : decision.commands()) {
      top.tree()
          .filter(command -> command.own() == Effect.BLOCK)
          .forEach(command -> describe(commands.addObject(), top, command));
    }
    return Problem.answer(problem);
  }

  private static String detail(CallDecision decision) {
    int refused = decision.deciding(Effect.BLOCK).size();
    if (refused == 0) {
      return "No rule gives you anything on this connection.";
    }
    return refused == 1 ? "A command is blocked." : refused + " commands are blocked.";
  }

  private static void describe(ObjectNode target, CommandDecision top, CommandDecision command) {
    target.put("pointer", top.command().pointer());
    target.put("command", command.command().name().text());
    target.put("decision", command.own().label());
    command.rules().forEach(target.putArray("rules")::add);
  }

  /** 202 while humans think about it; 403 once one of them said no. */
  static Answer asked(List<Ask> asks, String reference) {
    boolean denied = asks.stream().anyMatch(Ask::denied);
    ObjectNode body =
        denied
            ? Problem.document(403, "Approval denied", deniedText(asks) + NOTHING_RUN)
            : StrictJson.object().put("message", pendingText(asks));
    body.put("reference", reference);
    ArrayNode approvals = body.putArray("approvals");
    asks.forEach(ask -> describe(approvals.addObject(), ask));
    if (denied) {
      return Problem.answer(body);
    }
    Headers headers =
        Headers.of("content-type", "application/json")
            .with("cache-control", "no-store")
            .with("location", asks.get(0).url());
    return new Answer.Whole(202, headers, StrictJson.write(body));
  }

  private static String pendingText(List<Ask> asks) {
    String which = asks.size() == 1 ? "Approval is" : asks.size() + " approvals are";
    return which
        + " required. Nothing was run. Ask the user to have it approved, then repeat the same"
        + " request unchanged.";
  }

  private static String deniedText(List<Ask> asks) {
    Ask ask = asks.stream().filter(Ask::denied).findFirst().orElseThrow();
    return "Approval " + ask.requestId() + " was denied: " + ask.deniedBecause() + ".";
  }

  private static void describe(ObjectNode target, Ask ask) {
    target.put("pointer", ask.decision().command().pointer());
    target.put("command", ask.decision().command().name().text());
    target.put("id", ask.requestId());
    target.put("url", ask.url());
    target.put("state", ask.denied() ? "denied" : "pending");
    if (!ask.denied()) {
      target.put("expiresAt", ask.expiresAt().toString());
    }
  }

  static Answer failed(Failure failure, String reference) {
    String title = failure.name().replace('_', ' ').toLowerCase(Locale.ROOT);
    return Problem.answer(
        Problem.document(failure.status(), title, failure.text()).put("reference", reference));
  }
}
