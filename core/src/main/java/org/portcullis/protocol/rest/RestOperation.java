package org.portcullis.protocol.rest;

import org.jspecify.annotations.Nullable;

/**
 * A declared operation.
 *
 * @param method the HTTP method
 * @param path which paths it takes
 * @param commands where its commands are; null when the operation itself is the command
 */
record RestOperation(String method, PathTemplate path, @Nullable CommandPlaces commands) {

  /** How records and people call it. */
  String label() {
    return method + " " + path.text();
  }
}
