/**
 * A policy made ready to decide: the roles of groups, the rules of roles on a connection, the index
 * over their patterns, and what the rules that match come to together. Whatever is kept is bounded,
 * so that no flood of groups, connections or names fills the memory.
 */
@NullMarked
package org.portcullis.policy.engine;

import org.jspecify.annotations.NullMarked;
