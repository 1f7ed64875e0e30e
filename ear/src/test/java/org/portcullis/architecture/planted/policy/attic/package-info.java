/** Planted: breaks rules on purpose. */
@NullMarked
package org.portcullis.architecture.planted.policy.attic;

import org.jspecify.annotations.NullMarked;
