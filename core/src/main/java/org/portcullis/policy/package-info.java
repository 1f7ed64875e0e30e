/**
 * Who may do what, in the words everybody uses: effects, roles and their rules, plans of approval,
 * the decision about every command, and the ports that decide and that keep the versions. No rule
 * means BLOCK, the strictest wins, an error while deciding is BLOCK. Below it stand the {@code
 * condition}s that rules ask; above it the {@code engine} that decides, the {@code document} that
 * is read, and {@code lint}.
 */
@NullMarked
package org.portcullis.policy;

import org.jspecify.annotations.NullMarked;
