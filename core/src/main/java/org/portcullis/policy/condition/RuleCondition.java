package org.portcullis.policy.condition;

import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.Program;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** A rule's {@code when}, compiled. Safe for use by many threads. */
public final class RuleCondition {

  private static final Logger LOG = System.getLogger(RuleCondition.class.getName());

  /** What a condition came to. */
  public enum Outcome {
    TRUE,
    FALSE,
    /** It could not be evaluated, or it gave something else than true or false. */
    FAILED
  }

  private final String text;
  private final Program program;

  RuleCondition(String text, Program program) {
    this.text = text;
    this.program = program;
  }

  /** Never throws: whatever goes wrong while evaluating is an outcome that blocks. */
  public Outcome test(Facts facts) {
    try {
      Object result = program.eval(facts);
      if (result instanceof Boolean holds) {
        return holds ? Outcome.TRUE : Outcome.FALSE;
      }
      return Outcome.FAILED;
    } catch (CelEvaluationException e) {
      return Outcome.FAILED;
    } catch (RuntimeException e) {
      // A fault inside the evaluator must block like any other; its message may quote arguments.
      LOG.log(Level.WARNING, "a condition could not be evaluated: " + e.getClass().getName());
      return Outcome.FAILED;
    }
  }

  /** The condition as the document has it. */
  @Override
  public String toString() {
    return text;
  }
}
