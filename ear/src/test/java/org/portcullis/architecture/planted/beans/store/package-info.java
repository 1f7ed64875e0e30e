/** Planted: breaks rules on purpose. */
@NullMarked
package org.portcullis.architecture.planted.beans.store;

import org.jspecify.annotations.NullMarked;
