package org.portcullis.approval.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.portcullis.api.web.Rights;
import org.portcullis.approval.ApprovalDesk;
import org.portcullis.approval.ApprovalDesk.Voted;
import org.portcullis.approval.ApprovalRequest;
import org.portcullis.approval.Grant;
import org.portcullis.approval.Vote.Choice;
import org.portcullis.console.web.ConsoleUser;
import org.primefaces.PrimeFaces;

/** What waits for a decision, and the decision itself. */
@Named
@RequestScoped
public class ApprovalsPage {

  private static final int SHOWN = 100;

  @Inject private ApprovalDesk desk;
  @Inject private ConsoleUser user;
  @Inject private Rights rights;

  private @Nullable String id;
  private String reason = "";
  private @Nullable List<RequestView> queue;
  private @Nullable RequestView selected;
  private String seenState = "";

  /** Before each rendering: the queue and the request that the address names, or the first one. */
  public void load() {
    queue = waiting();
    if ((id == null || id.isEmpty()) && !queue.isEmpty()) {
      id = queue.get(0).id();
    }
    selected = id == null ? null : find(id).orElse(null);
    seenState = selected == null ? "" : selected.standing();
  }

  /**
   * Called every two seconds: the queue is shown anew, the request only when it stands otherwise.
   */
  public void refresh() {
    String before = seenState;
    load();
    if (!Objects.equals(before, seenState)) {
      PrimeFaces.current().ajax().update("request");
    }
  }

  /** Votes for running it once. */
  public void approve() {
    vote(Choice.APPROVE);
  }

  /** Votes against running it. */
  public void deny() {
    vote(Choice.DENY);
  }

  private void vote(Choice choice) {
    if (id == null) {
      return;
    }
    Voted voted = desk.vote(id, choice, reason.strip(), user.caller());
    if (voted instanceof Voted.Refused refused) {
      say(FacesMessage.SEVERITY_ERROR, refused.reason());
    } else if (voted instanceof Voted.Unknown) {
      say(FacesMessage.SEVERITY_ERROR, "There is no such request.");
    } else if (voted instanceof Voted.Closed) {
      say(
          FacesMessage.SEVERITY_WARN,
          "It was decided or ran out before your vote; nothing was stored.");
    } else {
      reason = "";
    }
    load();
  }

  private List<RequestView> waiting() {
    return desk.requests(ApprovalRequest.State.PENDING, SHOWN).stream()
        .filter(visibility()::sees)
        .sorted((a, b) -> a.expiresAt().compareTo(b.expiresAt()))
        .map(request -> view(request, null))
        .toList();
  }

  private Optional<RequestView> find(String requestId) {
    Grant grant =
        desk.grants(null, SHOWN).stream()
            .filter(candidate -> candidate.requestId().equals(requestId))
            .findFirst()
            .orElse(null);
    return desk.request(requestId).filter(visibility()::sees).map(request -> view(request, grant));
  }

  /** What the API lets the person see. */
  private Visibility visibility() {
    return new Visibility(user.caller(), rights);
  }

  private RequestView view(ApprovalRequest request, @Nullable Grant grant) {
    return new RequestView(request, grant, user.caller(), Clock.systemUTC().instant());
  }

  private static void say(FacesMessage.Severity severity, String text) {
    FacesContext.getCurrentInstance().addMessage(null, new FacesMessage(severity, text, null));
  }

  public @Nullable String getId() {
    return id;
  }

  public void setId(@Nullable String id) {
    this.id = id;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }

  public String getSeenState() {
    return seenState;
  }

  public void setSeenState(String seenState) {
    this.seenState = seenState;
  }

  public List<RequestView> getQueue() {
    return queue == null ? List.of() : queue;
  }

  public @Nullable RequestView getSelected() {
    return selected;
  }
}
