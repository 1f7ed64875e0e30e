/**
 * Finding values in a text by their content: e-mail addresses, card numbers, secrets. Every
 * detector is hand-written, linear in the text, and checks more than a shape before it speaks.
 * Nothing here knows of JSON, policies or operators.
 */
@NullMarked
package org.portcullis.masking.detect;

import org.jspecify.annotations.NullMarked;
