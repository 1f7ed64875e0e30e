/** Planted: breaks rules on purpose. */
@NullMarked
package org.portcullis.architecture.planted.surprise;

import org.jspecify.annotations.NullMarked;
