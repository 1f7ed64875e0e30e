/** Planted: breaks rules on purpose. */
@NullMarked
package org.portcullis.architecture.planted.policy.condition;

import org.jspecify.annotations.NullMarked;
