/** Planted: breaks rules on purpose. */
@NullMarked
package org.portcullis.architecture.planted.roles.bean;

import org.jspecify.annotations.NullMarked;
