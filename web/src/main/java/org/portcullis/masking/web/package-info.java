/** Masking in the admin API: tried on a text or a document, without anything being kept. */
@NullMarked
package org.portcullis.masking.web;

import org.jspecify.annotations.NullMarked;
