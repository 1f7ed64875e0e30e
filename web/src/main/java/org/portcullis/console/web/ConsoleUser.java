package org.portcullis.console.web;

import com.ibm.websphere.security.openidconnect.PropagationHelper;
import com.ibm.websphere.security.openidconnect.token.IdToken;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portcullis.identity.Caller;
import org.portcullis.identity.CallerId;
import org.portcullis.identity.web.GroupsClaim;
import org.portcullis.policy.Policies;

/** The person who is signed in to the console, from the identity token of the sign-in. */
@Named("user")
@RequestScoped
public class ConsoleUser {

  private static final Logger LOG = System.getLogger(ConsoleUser.class.getName());
  private static final String CONSOLE_CLIENT = "console";
  private static final List<String> NAME_CLAIMS = List.of("name", "preferred_username", "upn");

  @Inject private Policies policies;

  @Inject private GroupsClaim groupsClaim;

  private @Nullable Caller caller;
  private Set<String> roles = Set.of();

  @PostConstruct
  void read() {
    IdToken token = PropagationHelper.getIdToken();
    if (token == null) {
      return;
    }
    caller =
        new Caller(
            new CallerId(token.getIssuer(), token.getSubject(), CONSOLE_CLIENT),
            nameIn(token),
            groupsIn(token),
            Optional.ofNullable(token.getJwtId()).orElse(""),
            Instant.ofEpochSecond(token.getExpirationTimeSeconds()));
    roles = policies.active().roles(caller);
  }

  /** Whether the sign-in still carries its identity token. */
  public boolean isKnown() {
    return caller != null;
  }

  /**
   * Who it is.
   *
   * @throws IllegalStateException when nobody is known; no page is shown then
   */
  public Caller caller() {
    if (caller == null) {
      throw new IllegalStateException("nobody is signed in");
    }
    return caller;
  }

  /** How people know the person. */
  public String getName() {
    return caller().name();
  }

  /** The roles under the active policy, asked anew for every request. */
  public Set<String> getRoles() {
    return roles;
  }

  /** Whether the person may change things that administrators change. */
  public boolean isAdmin() {
    return roles.contains("admin");
  }

  /** Whether the person may read sessions. */
  public boolean isReader() {
    return ConsolePage.SESSION.opensFor(roles);
  }

  /** The entries of the navigation, only those that open. */
  public List<NavigationEntry> getNavigation() {
    return pages().stream().map(page -> new NavigationEntry(page.path(), page.title())).toList();
  }

  List<ConsolePage> pages() {
    return Stream.of(
            ConsolePage.APPROVALS, ConsolePage.SESSIONS, ConsolePage.POLICY, ConsolePage.DECISIONS)
        .filter(page -> page.opensFor(roles))
        .toList();
  }

  private static String nameIn(IdToken token) {
    return NAME_CLAIMS.stream()
        .map(token::getClaim)
        .filter(String.class::isInstance)
        .map(String.class::cast)
        .findFirst()
        .orElse(token.getSubject());
  }

  /** Without groups nothing of the console opens; that they are not known is said in the log. */
  private Set<String> groupsIn(IdToken token) {
    GroupsClaim.Reading reading = groupsClaim.read(token::getClaim);
    if (reading instanceof GroupsClaim.Reading.Known known) {
      return known.groups();
    }
    LOG.log(
        Level.WARNING,
        "somebody who signed in gets no role: groups {0} in the identity token",
        ((GroupsClaim.Reading.Unknown) reading).why());
    return Set.of();
  }

  /**
   * An entry of the navigation.
   *
   * @param path address relative to the console
   * @param title what it is called
   */
  public record NavigationEntry(String path, String title) {}
}
