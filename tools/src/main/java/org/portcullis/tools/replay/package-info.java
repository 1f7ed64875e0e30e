/** Recorded calls, decided again under another policy. Nothing is executed. */
@NullMarked
package org.portcullis.tools.replay;

import org.jspecify.annotations.NullMarked;
