package org.portcullis.identity.web;

import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads the groups out of the claims of a verified token. The claim is a text, for one group, or an
 * array of texts. Everything else is refused as a whole and not only the part that is wrong: a
 * group that is not known could be one whose roles block.
 *
 * <p>An identity provider that leaves the groups out because there are too many says so by {@code
 * _claim_names} (OpenID Connect Core 1.0, section 5.6.2) or {@code hasgroups} (Microsoft Entra).
 * The gate does not fetch them: it has no credential there.
 */
public final class GroupsClaim {

  private static final String ELSEWHERE = "_claim_names";
  private static final String LEFT_OUT = "hasgroups";
  private static final String USUAL = "groups";

  private final String name;
  private final GroupSeparator separator;

  /**
   * A claim.
   *
   * @param name the claim that holds the groups
   * @param separator what stands between groups where the claim is a text
   */
  public GroupsClaim(String name, GroupSeparator separator) {
    this.name = name;
    this.separator = separator;
  }

  /** What a token says about groups. */
  public sealed interface Reading {

    /** These, and no others; none where the token has no such claim. */
    record Known(Set<String> groups) implements Reading {

      public Known {
        groups = Set.copyOf(groups);
      }
    }

    /** The token does not tell, so nobody can say what the caller may do. */
    record Unknown(Why why) implements Reading {}
  }

  /** Why groups are not known. */
  public enum Why {
    /** The identity provider left them out of the token. */
    LEFT_OUT,
    /** They are neither a text nor an array of texts. */
    UNREADABLE
  }

  /**
   * The groups. Claims may be JSON values or what a container made of them.
   *
   * @param claims gives the value of a claim, or null when the token has none of this name
   */
  public Reading read(Function<String, @Nullable Object> claims) {
    Object claim = claims.apply(name);
    boolean absent = isNothing(claim);
    if (isElsewhere(claims.apply(ELSEWHERE), absent)
        || (absent && isTrue(claims.apply(LEFT_OUT)))) {
      return new Reading.Unknown(Why.LEFT_OUT);
    }
    return (absent ? Optional.of(Set.<String>of()) : groups(claim))
        .<Reading>map(Reading.Known::new)
        .orElse(new Reading.Unknown(Why.UNREADABLE));
  }

  /** Whatever name the gate's claim has: a provider calls those it left out by their usual one. */
  private boolean isElsewhere(@Nullable Object names, boolean absent) {
    if (!(names instanceof Map<?, ?> members)) {
      return false;
    }
    return members.containsKey(name) || (absent && members.containsKey(USUAL));
  }

  private Optional<Set<String>> groups(@Nullable Object claim) {
    Optional<String> text = text(claim);
    if (text.isPresent()) {
      return Optional.of(named(separator.split(text.get())));
    }
    return values(claim).flatMap(GroupsClaim::texts).map(GroupsClaim::named);
  }

  private static Optional<Collection<?>> values(@Nullable Object claim) {
    if (claim instanceof Object[] array) {
      return Optional.of(Arrays.asList(array));
    }
    return claim instanceof Collection<?> collection ? Optional.of(collection) : Optional.empty();
  }

  private static Optional<List<String>> texts(Collection<?> values) {
    List<Optional<String>> texts =
        values.stream().<Optional<String>>map(GroupsClaim::text).toList();
    return texts.stream().allMatch(Optional::isPresent)
        ? Optional.of(texts.stream().flatMap(Optional::stream).toList())
        : Optional.empty();
  }

  /** A blank text names no group. Nothing is trimmed: another spelling is another group. */
  private static Set<String> named(List<String> texts) {
    Set<String> groups = new LinkedHashSet<>(texts);
    groups.removeIf(String::isBlank);
    return groups;
  }

  private static Optional<String> text(@Nullable Object value) {
    if (value instanceof JsonString string) {
      return Optional.of(string.getString());
    }
    return value instanceof String string ? Optional.of(string) : Optional.empty();
  }

  private static boolean isNothing(@Nullable Object value) {
    return value == null
        || value == JsonValue.NULL
        || (value instanceof Collection<?> collection && collection.isEmpty());
  }

  /** Entra sends a boolean; some versions of it sent a text. */
  private static boolean isTrue(@Nullable Object value) {
    return value == JsonValue.TRUE
        || Boolean.TRUE.equals(value)
        || text(value).filter("true"::equalsIgnoreCase).isPresent();
  }
}
