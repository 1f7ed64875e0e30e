/**
 * Programs in Python and JavaScript as policy sees them: what they import, call, read and write by
 * name, and what they hand to a shell, a database, the web or the file system. Nothing is run; what
 * only shows when a program runs is opaque. A package for each language reads its text into the
 * tree; here the tree is read, the same way for both: variables, values, calls and what they do
 * with their arguments.
 */
@NullMarked
package org.portcullis.dissection.code;

import org.jspecify.annotations.NullMarked;
