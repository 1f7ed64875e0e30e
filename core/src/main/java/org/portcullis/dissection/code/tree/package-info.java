/**
 * What a program is to its reader, whatever its language: a tree of what it uses, and why it cannot
 * be read. Knows no language.
 */
@NullMarked
package org.portcullis.dissection.code.tree;

import org.jspecify.annotations.NullMarked;
