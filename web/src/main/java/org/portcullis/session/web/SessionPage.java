package org.portcullis.session.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.portcullis.console.web.ConsoleUser;
import org.portcullis.recording.EventDesk;
import org.portcullis.recording.EventDesk.Recorded;
import org.portcullis.session.SessionDesk;
import org.primefaces.PrimeFaces;

/** What happened in one session, step by step, while it goes on and after. */
@Named
@RequestScoped
public class SessionPage {

  private static final int SHOWN = 1000;

  @Inject private SessionDesk sessions;
  @Inject private EventDesk events;
  @Inject private ConsoleUser user;

  private @Nullable String id;
  private String killReason = "";
  private long lastSeen;
  private int waiting;
  private @Nullable SessionView session;
  private @Nullable List<StepView> steps;

  /** Loads the session and its steps; an unknown id is answered with 404. */
  public void load() throws IOException {
    session = sessions.find(id == null ? "" : id).map(SessionView::new).orElse(null);
    if (session == null) {
      FacesContext faces = FacesContext.getCurrentInstance();
      faces.getExternalContext().responseSendError(404, "unknown session");
      faces.responseComplete();
      return;
    }
    show();
  }

  /** Called every two seconds: says how many steps are new, and shows none of them by itself. */
  public void look() throws IOException {
    int before = waiting;
    load();
    waiting = recorded(lastSeen).size();
    if (waiting != before) {
      PrimeFaces.current().ajax().update("news");
    }
  }

  /** Takes in what is new. */
  public void take() throws IOException {
    lastSeen = 0;
    load();
  }

  /** Ends the session for good. */
  public void kill() throws IOException {
    boolean killed =
        user.isAdmin()
            && id != null
            && !killReason.isBlank()
            && sessions.kill(id, user.caller(), killReason.strip());
    FacesContext.getCurrentInstance()
        .addMessage(
            null,
            new FacesMessage(
                killed ? FacesMessage.SEVERITY_INFO : FacesMessage.SEVERITY_ERROR,
                killed
                    ? "The session is killed. Its streams end within two seconds."
                    : "It was not killed: it needs the admin role, a reason and an open session.",
                null));
    lastSeen = 0;
    load();
  }

  private void show() {
    List<Recorded> recorded = recorded(0);
    List<Recorded> seen =
        lastSeen == 0
            ? recorded
            : recorded.stream().filter(event -> event.number() <= lastSeen).toList();
    steps = Timeline.of(seen);
    if (lastSeen == 0) {
      waiting = 0;
      lastSeen = seen.isEmpty() ? 0 : seen.get(seen.size() - 1).number();
    }
  }

  private List<Recorded> recorded(long after) {
    return events.search(new EventDesk.Query(id, null, null, null, null, null, after, SHOWN));
  }

  public @Nullable String getId() {
    return id;
  }

  public void setId(@Nullable String id) {
    this.id = id;
  }

  public String getKillReason() {
    return killReason;
  }

  public void setKillReason(String killReason) {
    this.killReason = killReason;
  }

  public long getLastSeen() {
    return lastSeen;
  }

  public void setLastSeen(long lastSeen) {
    this.lastSeen = lastSeen;
  }

  public void setWaiting(int waiting) {
    this.waiting = waiting;
  }

  public int getWaiting() {
    return waiting;
  }

  public @Nullable SessionView getSession() {
    return session;
  }

  public List<StepView> getSteps() {
    return steps == null ? List.of() : steps;
  }
}
