/** Planted: breaks rules on purpose. */
@NullMarked
package org.portcullis.architecture.planted.dissection.code;

import org.jspecify.annotations.NullMarked;
