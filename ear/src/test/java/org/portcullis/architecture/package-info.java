/**
 * The rules of the house, and the proof that each of them fires. The modules' poms keep most arrows
 * already; the rules here keep the finer ones and say why. Every rule names planted classes that
 * break it, so that a renamed package cannot silence it.
 */
@NullMarked
package org.portcullis.architecture;

import org.jspecify.annotations.NullMarked;
