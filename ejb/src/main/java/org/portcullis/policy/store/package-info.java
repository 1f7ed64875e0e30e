/** The policy versions' table: added to, never changed. */
@NullMarked
package org.portcullis.policy.store;

import org.jspecify.annotations.NullMarked;
