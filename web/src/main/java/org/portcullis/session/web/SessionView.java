package org.portcullis.session.web;

import java.util.Locale;
import org.portcullis.console.web.Shown;
import org.portcullis.session.Session;
import org.portcullis.session.SessionDesk;

/** A session in the words of the pages. */
public record SessionView(SessionDesk.Summary summary) {

  private Session session() {
    return summary.session();
  }

  public String id() {
    return session().id();
  }

  public String person() {
    return session().callerName();
  }

  public String agent() {
    return session().caller().client();
  }

  public String connection() {
    return session().connection();
  }

  public String protocol() {
    String version = session().version();
    return session().protocol().label() + (version.isEmpty() ? "" : " " + version);
  }

  public String started() {
    return Shown.exact(session().startedAt());
  }

  public String last() {
    return Shown.exact(session().lastAt());
  }

  public String state() {
    return session().state().name().toLowerCase(Locale.ROOT);
  }

  public boolean open() {
    return session().state() == Session.State.OPEN;
  }

  public int exchanges() {
    return summary.exchanges();
  }

  public int masked() {
    return summary.masked();
  }

  public int asked() {
    return summary.asked();
  }

  public int blocked() {
    return summary.blocked();
  }
}
