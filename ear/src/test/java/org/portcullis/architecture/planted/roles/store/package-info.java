/** Planted: breaks rules on purpose. */
@NullMarked
package org.portcullis.architecture.planted.roles.store;

import org.jspecify.annotations.NullMarked;
