/**
 * Paths of files in one spelling, by their text alone: links are not followed, because the files
 * are on another machine. What two readers could take for different files is not read.
 */
@NullMarked
package org.portcullis.dissection.file;

import org.jspecify.annotations.NullMarked;
