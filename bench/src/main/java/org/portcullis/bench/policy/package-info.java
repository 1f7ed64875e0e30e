/**
 * The policy engine beside its peers on the same generated policies: who decides what, in which
 * time, with how much garbage. Run by {@code bench/policy}.
 */
@NullMarked
package org.portcullis.bench.policy;

import org.jspecify.annotations.NullMarked;
