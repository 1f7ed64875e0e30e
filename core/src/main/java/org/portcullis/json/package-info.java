/**
 * JSON as the gate reads and writes it: one strict reading, one canonical writing. What two parsers
 * could read differently is refused here.
 */
@NullMarked
package org.portcullis.json;

import org.jspecify.annotations.NullMarked;
