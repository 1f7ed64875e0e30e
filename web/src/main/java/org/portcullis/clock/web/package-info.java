/** Time and ids as everything in this module gets them, and what is done again every second. */
@NullMarked
package org.portcullis.clock.web;

import org.jspecify.annotations.NullMarked;
