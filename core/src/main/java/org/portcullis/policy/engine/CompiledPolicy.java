package org.portcullis.policy.engine;

import java.util.Optional;
import java.util.Set;
import org.portcullis.masking.Masker;
import org.portcullis.policy.ActivePolicy;
import org.portcullis.policy.ApprovalPlan;
import org.portcullis.policy.PolicyContent;

/**
 * A policy that was read and found to be in order. To decide by it, be it stored or only a draft,
 * {@linkplain #activate activate} it; a draft has the number 0. Immutable; safe for use by many
 * threads.
 */
public final class CompiledPolicy {

  private final PolicyContent content;
  private final MaskerChoice maskers;
  private final Views views;

  private CompiledPolicy(PolicyContent content) {
    this.content = content;
    this.maskers = new MaskerChoice(content);
    this.views = new Views(content);
  }

  /**
   * A policy of this content. Who makes a content of their own, rather than having it read, sees to
   * it that its names belong together.
   */
  public static CompiledPolicy of(PolicyContent content) {
    return new CompiledPolicy(content);
  }

  /**
   * The policy under a version's number. Costs nothing: everything compiled is shared.
   *
   * @param number 0 or more
   */
  public ActivePolicy activate(int number) {
    return new NumberedPolicy(number, this);
  }

  /** What the document says, for tools that study it. */
  public PolicyContent content() {
    return content;
  }

  /** What these groups come to. */
  View view(Set<String> groups) {
    return views.of(groups);
  }

  Masker masker(Set<String> roles, String connection, Set<String> added) {
    return maskers.masker(roles, connection, added);
  }

  Masker recordingMasker(String connection) {
    return maskers.recordingMasker(connection);
  }

  Optional<ApprovalPlan> plan(String name) {
    return Optional.ofNullable(content.plans().get(name));
  }
}
