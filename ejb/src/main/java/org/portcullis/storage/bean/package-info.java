/**
 * What every bean stands on: the start of the gate (settings, schema), the settings themselves, and
 * the interceptor that turns every failure of a store into one that closes.
 */
@NullMarked
package org.portcullis.storage.bean;

import org.jspecify.annotations.NullMarked;
