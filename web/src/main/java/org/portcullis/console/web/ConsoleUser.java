package org.portcullis.console.web;

import com.ibm.websphere.security.openidconnect.PropagationHelper;
import com.ibm.websphere.security.openidconnect.token.IdToken;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.portcullis.identity.Caller;
import org.portcullis.identity.CallerId;
import org.portcullis.policy.Policies;

/** The person who is signed in to the console, from the identity token of the sign-in. */
@Named("user")
@RequestScoped
public class ConsoleUser {

  private static final String CONSOLE_CLIENT = "console";
  private static final List<String> NAME_CLAIMS = List.of("name", "preferred_username", "upn");

  @Inject private Policies policies;

  @Inject
  @ConfigProperty(name = "portcullis.token.groups.claim", defaultValue = "groups")
  private String groupsClaim;

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
            groupsIn(token.getClaim(groupsClaim)),
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

  private static Set<String> groupsIn(@Nullable Object claim) {
    if (claim instanceof Collection<?> groups) {
      return groups.stream().map(String::valueOf).collect(Collectors.toUnmodifiableSet());
    }
    if (claim instanceof String[] groups) {
      return Arrays.stream(groups).collect(Collectors.toUnmodifiableSet());
    }
    return claim instanceof String group ? Set.of(group) : Set.of();
  }

  /**
   * An entry of the navigation.
   *
   * @param path address relative to the console
   * @param title what it is called
   */
  public record NavigationEntry(String path, String title) {}
}
