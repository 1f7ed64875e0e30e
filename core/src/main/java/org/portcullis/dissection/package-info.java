/**
 * Finding the commands inside a command's arguments: SQL statements in a tool call and the like.
 * What looks like a command and cannot be told is opaque, never silently nothing.
 */
@NullMarked
package org.portcullis.dissection;

import org.jspecify.annotations.NullMarked;
