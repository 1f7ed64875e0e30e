/**
 * Programs in Python and JavaScript as policy sees them: what they import, call, read and write by
 * name, and what they hand to a shell, a database, the web or the file system. Nothing is run; what
 * only shows when a program runs is opaque.
 */
@NullMarked
package org.portcullis.dissection.code;

import org.jspecify.annotations.NullMarked;
