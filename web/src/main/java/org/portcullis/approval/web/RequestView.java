package org.portcullis.approval.web;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.portcullis.approval.ApprovalRequest;
import org.portcullis.approval.ApprovalRequest.State;
import org.portcullis.approval.Grant;
import org.portcullis.approval.Vote;
import org.portcullis.console.web.CommandLine;
import org.portcullis.console.web.Shown;
import org.portcullis.identity.Caller;

/** A request for approval in the words of the page. */
public record RequestView(
    ApprovalRequest request, @Nullable Grant grant, Caller viewer, Instant now) {

  public String id() {
    return request.id();
  }

  /** The agent, as the token names it. */
  public String agent() {
    return request.caller().client();
  }

  public String person() {
    return request.callerName();
  }

  public String command() {
    return request.command();
  }

  public String connection() {
    return request.connection();
  }

  /** How long it can still be voted on. */
  public String timeLeft() {
    return Shown.left(Duration.between(now, request.expiresAt()));
  }

  public String expiresExactly() {
    return Shown.exact(request.expiresAt());
  }

  public String askedExactly() {
    return Shown.exact(request.createdAt());
  }

  /** The command and what was found in its arguments. */
  public List<CommandLine> commands() {
    return CommandLine.of(request.shown());
  }

  /** The masked arguments, one member a line. */
  public String arguments() {
    return shown("arguments");
  }

  /** Whether anything is sent along that is part of no command's arguments. */
  public boolean hasSurroundings() {
    return request.shown().has("with") || request.shown().has("withBeginning");
  }

  /** What is sent along, masked, one member a line. */
  public String surroundings() {
    return shown("with");
  }

  /** Whether there is more than what is shown. */
  public boolean isCut() {
    return request.shown().has("argumentsBeginning") || request.shown().has("withBeginning");
  }

  private String shown(String member) {
    return request.shown().has(member)
        ? Shown.pretty(request.shown().get(member))
        : request.shown().path(member + "Beginning").asText() + " …";
  }

  public String rules() {
    return String.join(", ", request.rules());
  }

  public int policyVersion() {
    return request.policyVersion();
  }

  public String digest() {
    return request.digest();
  }

  public String session() {
    return request.session();
  }

  public List<VoteView> votes() {
    return request.votes().stream().map(VoteView::new).toList();
  }

  /** How many votes are still missing. */
  public long missing() {
    long approvals =
        request.votes().stream().filter(vote -> vote.choice() == Vote.Choice.APPROVE).count();
    return Math.max(0, request.quorum() - approvals);
  }

  /** Whether the viewer's vote can count: it waits, and it is not the viewer's own. */
  public boolean open() {
    return request.state() == State.PENDING && !own();
  }

  /** Whether the viewer asked for it. */
  public boolean own() {
    return request.caller().sameHuman(viewer.id());
  }

  /** The state as one word for style and for comparing. */
  public String standing() {
    return grant == null || request.state() != State.APPROVED
        ? request.state().name()
        : grant.state().name();
  }

  /** The state as a sentence. */
  public String standingSentence() {
    return switch (standing()) {
      case "PENDING" -> "Waits for " + missing() + (missing() == 1 ? " vote." : " votes.");
      case "DENIED" -> "Denied. It does not run.";
      case "ACTIVE" ->
          "Approved. It runs once when the agent repeats the call, until "
              + Shown.exact(grantEnd())
              + ".";
      case "CONSUMED" -> "Approved, and it has run. Running it again needs a new approval.";
      case "REVOKED" -> "Approved, then taken back before it ran.";
      default -> "Ran out. It does not run.";
    };
  }

  private Instant grantEnd() {
    return grant == null ? request.expiresAt() : grant.expiresAt();
  }

  /** A vote in the words of the page. */
  public record VoteView(Vote vote) {

    public String approver() {
      return vote.approver();
    }

    public String choice() {
      return vote.choice() == Vote.Choice.APPROVE ? "approved" : "denied";
    }

    public String reason() {
      return vote.reason();
    }

    public String at() {
      return Shown.exact(vote.at());
    }
  }
}
