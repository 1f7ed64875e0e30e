/**
 * The policy document: YAML with the place of every part, and its strict reading into a policy or
 * into faults with line and column, all at once. What is allowed and most likely not meant is found
 * by {@code lint}.
 */
@NullMarked
package org.portcullis.policy.document;

import org.jspecify.annotations.NullMarked;
