/** Planted: breaks rules on purpose. */
@NullMarked
package org.portcullis.architecture.planted.policy;

import org.jspecify.annotations.NullMarked;
