/** Planted: breaks rules on purpose. */
@NullMarked
package org.portcullis.architecture.planted.dissection.code.python;

import org.jspecify.annotations.NullMarked;
