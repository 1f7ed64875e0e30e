package org.portcullis.protocol.mcp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.portcullis.command.CommandName;
import org.portcullis.json.StrictJson;
import org.portcullis.policy.CallDecision;
import org.portcullis.policy.CommandDecision;
import org.portcullis.policy.Effect;
import org.portcullis.protocol.Answer;
import org.portcullis.protocol.Ask;
import org.portcullis.protocol.Failure;

/**
 * Says no in the protocol's own words. A refused tool call is a result, not an error of the
 * transport: the model reads it and adapts, while clients drop their session over an HTTP error.
 */
final class Refusals {

  private static final int MAX_NAMED = 10;
  private static final String NO_DETOUR =
      " Do not retry or try to reach the same effect another way.";
  private static final String NOT_RUN =
      "Not run, because another element of the batch was refused or waits for approval.";

  private Refusals() {}

  static Answer blocked(
      Steps steps, CallDecision decision, Predicate<CommandName> shown, String reference) {
    if (steps.requests().isEmpty()) {
      String text = "Blocked by policy. Ref " + reference;
      return JsonRpc.answer(403, JsonRpc.error(JsonRpc.NO_ID, JsonRpc.FORBIDDEN, text));
    }
    Map<String, CommandDecision> byPointer = byPointer(decision);
    return steps.answer(
        step -> {
          CommandDecision own =
              step.command() == null ? null : byPointer.get(step.command().pointer());
          return blocked(step, own, decision, shown, reference);
        });
  }

  private static ObjectNode blocked(
      Step step,
      @Nullable CommandDecision own,
      CallDecision decision,
      Predicate<CommandName> shown,
      String reference) {
    boolean isOwn = own != null && own.effect() == Effect.BLOCK;
    if (!isOwn && decision.standing() == Effect.BLOCK) {
      String text = "Blocked: no rule of policy %d gives you anything here.%s Ref %s";
      return forbidden(
          step,
          text.formatted(decision.policyVersion(), NO_DETOUR, reference),
          "policy",
          reference);
    }
    if (!isOwn) {
      return forbidden(step, NOT_RUN + " Ref " + reference, "not-run", reference);
    }
    // A rule that was written to block says so; without any rule, nothing of the name is told.
    if (own.rules().equals(List.of(CommandDecision.NO_RULE))
        && own.own() == Effect.BLOCK
        && !shown.test(own.command().name())) {
      return unknown(step, own.command().name());
    }
    String text = reasons(own, decision.policyVersion()) + NO_DETOUR + " Ref " + reference;
    return forbidden(step, text, "policy", reference);
  }

  /** Exactly what something that does not exist gets. */
  private static ObjectNode unknown(Step step, CommandName name) {
    String rest = name.text().substring(name.text().indexOf(':') + 1);
    String object = rest.substring(rest.indexOf(':') + 1);
    return switch (step.method()) {
      case CALL_TOOL ->
          JsonRpc.error(step.requestId(), JsonRpc.INVALID_PARAMS, "Unknown tool: " + rest);
      case READ_RESOURCE, SUBSCRIBE, UNSUBSCRIBE ->
          JsonRpc.error(
              step.requestId(),
              JsonRpc.RESOURCE_NOT_FOUND,
              "Resource not found",
              StrictJson.object().put("uri", object));
      case GET_PROMPT ->
          JsonRpc.error(step.requestId(), JsonRpc.INVALID_PARAMS, "Unknown prompt: " + object);
      default ->
          JsonRpc.error(step.requestId(), JsonRpc.INVALID_PARAMS, "Unknown reference: " + object);
    };
  }

  private static String reasons(CommandDecision decision, int policy) {
    List<CommandDecision> refused =
        decision.tree().filter(command -> command.own() == Effect.BLOCK).toList();
    String named =
        refused.stream()
            .limit(MAX_NAMED)
            .map(command -> reason(command, policy))
            .collect(Collectors.joining(" "));
    int more = refused.size() - MAX_NAMED;
    return more > 0 ? named + " " + more + " more are blocked." : named;
  }

  private static String reason(CommandDecision command, int policy) {
    String name = command.command().name().text();
    if (command.rules().equals(List.of(CommandDecision.NO_RULE))) {
      return "Blocked, because no rule in policy " + policy + " allows it: " + name + ".";
    }
    String rules = String.join(", ", command.rules());
    return "Blocked by rule " + rules + " in policy " + policy + ": " + name + ".";
  }

  /** The word that a human is asked, or that one said no. */
  static Answer asked(Steps steps, List<Ask> asks, String reference) {
    Map<String, Ask> byPointer = new HashMap<>();
    asks.forEach(ask -> byPointer.put(ask.decision().command().pointer(), ask));
    return steps.answer(
        step -> {
          Ask ask = step.command() == null ? null : byPointer.get(step.command().pointer());
          return ask == null
              ? forbidden(step, NOT_RUN + " Ref " + reference, "not-run", reference)
              : asked(step, ask, reference);
        });
  }

  private static ObjectNode asked(Step step, Ask ask, String reference) {
    String text = question(ask) + " Ref " + reference;
    if (step.method() == McpMethod.CALL_TOOL) {
      ObjectNode message = JsonRpc.toolError(step.requestId(), text);
      ObjectNode result = (ObjectNode) message.get("result");
      describe(result.putObject("_meta").putObject("org.portcullis/approval"), "id", "url", ask);
      return message;
    }
    ObjectNode data = data("approval", reference);
    describe(data, "approvalId", "approvalUrl", ask);
    return JsonRpc.error(step.requestId(), JsonRpc.FORBIDDEN, text, data);
  }

  private static String question(Ask ask) {
    return ask.denied()
        ? "Approval %s was denied: %s. Do not retry the call or try another way."
            .formatted(ask.requestId(), ask.deniedBecause())
        : "Approval %s is required: %s. Ask the user to have it approved, then repeat the same call unchanged."
            .formatted(ask.requestId(), ask.url());
  }

  private static void describe(ObjectNode target, String idName, String urlName, Ask ask) {
    target.put(idName, ask.requestId()).put(urlName, ask.url());
    if (!ask.expiresAt().equals(Instant.EPOCH)) {
      target.put("expiresAt", ask.expiresAt().toString());
    }
  }

  /** The word that something failed. */
  static Answer failed(Steps steps, Failure failure, String reference) {
    String text = failure.text() + " Ref " + reference;
    if (steps.requests().isEmpty()) {
      return JsonRpc.answer(
          failure.status(), JsonRpc.error(JsonRpc.NO_ID, JsonRpc.INTERNAL_ERROR, text));
    }
    return steps.answer(
        step ->
            step.method() == McpMethod.CALL_TOOL
                ? JsonRpc.toolError(step.requestId(), text)
                : JsonRpc.error(
                    step.requestId(),
                    JsonRpc.INTERNAL_ERROR,
                    text,
                    data(failure.name().toLowerCase(Locale.ROOT), reference)));
  }

  private static ObjectNode forbidden(Step step, String text, String reason, String reference) {
    return step.method() == McpMethod.CALL_TOOL
        ? JsonRpc.toolError(step.requestId(), text)
        : JsonRpc.error(step.requestId(), JsonRpc.FORBIDDEN, text, data(reason, reference));
  }

  private static ObjectNode data(String reason, String reference) {
    return StrictJson.object().put("reason", reason).put("decisionId", reference);
  }

  private static Map<String, CommandDecision> byPointer(CallDecision decision) {
    return decision.commands().stream()
        .collect(Collectors.toMap(command -> command.command().pointer(), command -> command));
  }
}
