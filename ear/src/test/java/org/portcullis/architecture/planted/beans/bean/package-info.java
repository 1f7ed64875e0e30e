/** Planted: breaks rules on purpose. */
@NullMarked
package org.portcullis.architecture.planted.beans.bean;

import org.jspecify.annotations.NullMarked;
