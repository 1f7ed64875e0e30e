/**
 * The smallest things that can be decided: commands, their names, and the identifiers the gate
 * gives out. Every other package speaks about these; this one depends on none of them.
 */
@NullMarked
package org.portcullis.command;

import org.jspecify.annotations.NullMarked;
