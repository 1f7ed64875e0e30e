package org.portcullis.policy.bean;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.portcullis.command.Command;
import org.portcullis.command.CommandName;
import org.portcullis.connection.Connection;
import org.portcullis.identity.Caller;
import org.portcullis.masking.Hits;
import org.portcullis.masking.Keep;
import org.portcullis.masking.Masker;
import org.portcullis.policy.ActivePolicy;
import org.portcullis.policy.ApprovalPlan;
import org.portcullis.policy.CallDecision;
import org.portcullis.policy.CommandDecision;
import org.portcullis.policy.Effect;

/** Stands where there is no policy yet: nobody may do anything, and nothing is shown. */
final class ClosedPolicy implements ActivePolicy {

  private static final Masker EVERYTHING = new Everything();

  @Override
  public int number() {
    return 0;
  }

  @Override
  public Set<String> roles(Caller caller) {
    return Set.of();
  }

  @Override
  public CallDecision decide(
      Caller caller, Connection connection, String sessionId, List<Command> commands, Instant now) {
    return new CallDecision(
        0, Set.of(), commands.stream().map(ClosedPolicy::block).toList(), Effect.BLOCK);
  }

  private static CommandDecision block(Command command) {
    return new CommandDecision(
        command,
        Effect.BLOCK,
        List.of(CommandDecision.NO_RULE),
        List.of(),
        Set.of(),
        Set.of(),
        command.inner().stream().map(ClosedPolicy::block).toList());
  }

  @Override
  public boolean shows(Caller caller, Connection connection, CommandName name) {
    return false;
  }

  @Override
  public boolean showsTemplate(
      Caller caller, Connection connection, String kindAndVerb, String uriTemplate) {
    return false;
  }

  @Override
  public Masker masker(Caller caller, Connection connection, Set<String> added) {
    return EVERYTHING;
  }

  @Override
  public Masker recordingMasker(Connection connection) {
    return EVERYTHING;
  }

  @Override
  public Optional<ApprovalPlan> plan(String name) {
    return Optional.empty();
  }

  /** Hides whatever it is given. */
  private static final class Everything implements Masker {

    private static final String HIDDEN = "[no policy]";

    @Override
    public boolean masksNothing() {
      return false;
    }

    @Override
    public byte[] json(byte[] utf8, Keep keep, Hits hits) {
      return ("\"" + HIDDEN + "\"").getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public JsonNode json(JsonNode value, Keep keep, Hits hits) {
      return TextNode.valueOf(HIDDEN);
    }

    @Override
    public String text(String text, Hits hits) {
      return HIDDEN;
    }
  }
}
