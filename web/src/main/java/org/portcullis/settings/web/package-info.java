/**
 * What an operator may set about the gate's data path, read and checked once at the start. A
 * setting that cannot be understood stops the start: a gate that guesses its limits is none.
 */
@NullMarked
package org.portcullis.settings.web;

import org.jspecify.annotations.NullMarked;
