package org.portcullis.policy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.portcullis.command.Command;
import org.portcullis.command.CommandName;
import org.portcullis.connection.Connection;
import org.portcullis.identity.Caller;
import org.portcullis.masking.Masker;

/**
 * A compiled policy version. Immutable; safe for use by many threads. None of its methods throws:
 * an error while deciding is BLOCK, with the rule that failed.
 */
public interface ActivePolicy {

  /**
   * The version's number; 0 for the policy that stands where there is none and blocks everything.
   */
  int number();

  /** The caller's roles: those of all the caller's groups, with the roles these include. */
  Set<String> roles(Caller caller);

  /**
   * Decides about every command of an exchange.
   *
   * @param sessionId the session's id, or an empty text
   * @param now the time that conditions see
   */
  CallDecision decide(
      Caller caller, Connection connection, String sessionId, List<Command> commands, Instant now);

  /**
   * Whether a list may show the caller this name: some rule could allow, mask or ask for it, and no
   * unconditional rule blocks it.
   */
  boolean shows(Caller caller, Connection connection, CommandName name);

  /**
   * Whether a list may show the caller a URI template ({@code crm://customers/{id}}): some URI that
   * it stands for could be shown.
   *
   * @param kindAndVerb for example {@code resource:read}
   */
  boolean showsTemplate(
      Caller caller, Connection connection, String kindAndVerb, String uriTemplate);

  /** What masks the answers to this caller, with the entries that the decision's rules add. */
  Masker masker(Caller caller, Connection connection, Set<String> added);

  /**
   * What masks anything that is recorded or shown about this connection: every entry of every role
   * and every detector.
   */
  Masker recordingMasker(Connection connection);

  /** An approval plan by name. */
  Optional<ApprovalPlan> plan(String name);
}
