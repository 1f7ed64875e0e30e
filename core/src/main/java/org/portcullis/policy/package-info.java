/**
 * Who may do what: the policy document, its reading with line-exact faults, and the decision about
 * every command. No rule means BLOCK, the strictest wins, an error while deciding is BLOCK.
 */
@NullMarked
package org.portcullis.policy;

import org.jspecify.annotations.NullMarked;
