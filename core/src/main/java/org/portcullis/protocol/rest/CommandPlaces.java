package org.portcullis.protocol.rest;

import com.fasterxml.jackson.core.JsonPointer;
import org.jspecify.annotations.Nullable;

/**
 * Where the commands of an operation's body are, as JSON Pointers (RFC 6901).
 *
 * @param each the array whose elements are commands; null when the body itself is the only one
 * @param name the tool's name, relative to the element
 * @param arguments its arguments, relative to the element
 */
record CommandPlaces(@Nullable JsonPointer each, JsonPointer name, JsonPointer arguments) {}
