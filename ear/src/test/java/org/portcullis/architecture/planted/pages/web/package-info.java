/** Planted: breaks rules on purpose. */
@NullMarked
package org.portcullis.architecture.planted.pages.web;

import org.jspecify.annotations.NullMarked;
