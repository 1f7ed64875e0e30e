/** Whether the gate has started, lives, and can do its duty. It says UP or DOWN and why not. */
@NullMarked
package org.portcullis.health.web;

import org.jspecify.annotations.NullMarked;
