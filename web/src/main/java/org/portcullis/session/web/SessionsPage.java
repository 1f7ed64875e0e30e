package org.portcullis.session.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.portcullis.session.Session;
import org.portcullis.session.SessionDesk;

/** Who did what: sessions by person, connection and state. Every filter stands in the address. */
@Named
@RequestScoped
public class SessionsPage {

  private static final int PAGE = 50;

  @Inject private SessionDesk desk;

  private @Nullable String person;
  private @Nullable String connection;
  private @Nullable String state;
  private @Nullable String before;
  private List<SessionView> sessions = List.of();

  /** Loads one page of sessions. */
  public void load() {
    sessions =
        desk
            .search(
                new SessionDesk.Query(
                    filled(person), filled(connection), stateIn(), filled(before), PAGE))
            .stream()
            .map(SessionView::new)
            .toList();
  }

  /** The id after which the next page begins; empty when this is the last one. */
  public String getNext() {
    return sessions.size() < PAGE ? "" : sessions.get(sessions.size() - 1).id();
  }

  private Session.@Nullable State stateIn() {
    return Arrays.stream(Session.State.values())
        .filter(candidate -> candidate.name().equals(state))
        .findFirst()
        .orElse(null);
  }

  private static @Nullable String filled(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  public List<SessionView> getSessions() {
    return sessions;
  }

  public @Nullable String getPerson() {
    return person;
  }

  public void setPerson(@Nullable String person) {
    this.person = person;
  }

  public @Nullable String getConnection() {
    return connection;
  }

  public void setConnection(@Nullable String connection) {
    this.connection = connection;
  }

  public @Nullable String getState() {
    return state;
  }

  public void setState(@Nullable String state) {
    this.state = state;
  }

  public @Nullable String getBefore() {
    return before;
  }

  public void setBefore(@Nullable String before) {
    this.before = before;
  }
}
