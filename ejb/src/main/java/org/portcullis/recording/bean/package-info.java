/**
 * The recorder: one writer for all events that calls produce, whose transactions many calls share.
 */
@NullMarked
package org.portcullis.recording.bean;

import org.jspecify.annotations.NullMarked;
