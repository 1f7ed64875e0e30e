package org.portcullis.tools.cases;

import org.portcullis.policy.PolicyContent;

/**
 * A policy with one change that a good set of cases notices.
 *
 * @param line where the change is
 * @param change in words, for example {@code refund-small: condition dropped}
 */
record Mutant(int line, String change, PolicyContent content) {}
