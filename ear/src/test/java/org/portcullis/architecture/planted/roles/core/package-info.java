/** Planted: breaks rules on purpose. */
@NullMarked
package org.portcullis.architecture.planted.roles.core;

import org.jspecify.annotations.NullMarked;
