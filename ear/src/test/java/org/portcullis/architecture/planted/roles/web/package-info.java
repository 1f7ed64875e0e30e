/** Planted: breaks rules on purpose. */
@NullMarked
package org.portcullis.architecture.planted.roles.web;

import org.jspecify.annotations.NullMarked;
