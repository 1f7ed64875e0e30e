/** Planted: breaks rules on purpose. */
@NullMarked
package org.portcullis.architecture.planted.command;

import org.jspecify.annotations.NullMarked;
