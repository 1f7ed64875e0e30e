package org.portcullis.policy.bean;

import java.util.Optional;
import org.portcullis.policy.ActivePolicy;

/** Makes a policy of a stored document. */
interface PolicyCompiler {

  /** The compiled document under its number; empty when it cannot be used. */
  Optional<ActivePolicy> compile(int number, String text);

  /** The policy that stands where there is none, number 0: it blocks everything. */
  ActivePolicy none();
}
