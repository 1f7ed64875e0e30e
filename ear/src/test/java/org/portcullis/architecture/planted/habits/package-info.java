/** Planted: breaks rules on purpose. */
@NullMarked
package org.portcullis.architecture.planted.habits;

import org.jspecify.annotations.NullMarked;
