package org.portcullis.policy.web;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a PUT of the policy starts from (RFC 9110, section 13.1). */
sealed interface Precondition {

  /** The version that must still be active; empty when any may be, 0 when there must be none. */
  record Expected(Optional<Integer> version) implements Precondition {}

  /** Cannot be told: the author meant to guard, so guessing is no help. */
  record Unreadable() implements Precondition {}

  /** An entity tag of ours: the version's number in quotation marks. */
  Pattern TAG = Pattern.compile("\"([0-9]{1,9})\"");

  /** Reads the two fields. */
  static Precondition of(@Nullable String ifMatch, @Nullable String ifNoneMatch) {
    if (ifNoneMatch != null) {
      return ifMatch == null && ifNoneMatch.strip().equals("*")
          ? new Expected(Optional.of(0))
          : new Unreadable();
    }
    if (ifMatch == null) {
      return new Expected(Optional.empty());
    }
    Matcher tag = TAG.matcher(ifMatch.strip());
    return tag.matches()
        ? new Expected(Optional.of(Integer.valueOf(tag.group(1))))
        : new Unreadable();
  }
}
