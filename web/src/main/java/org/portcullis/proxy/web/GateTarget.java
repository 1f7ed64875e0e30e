package org.portcullis.proxy.web;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a request is going, read off its raw path.
 *
 * @param connection the connection's name; an empty text when the path holds none that could exist
 * @param path what stands below the connection, as it was sent
 */
record GateTarget(String connection, String path) {

  private static final Pattern PATH = Pattern.compile("/gate/([A-Za-z0-9_-]{1,64})((?:/.*)?)");

  /** Reads a raw request URI; one that was never decoded cannot be decoded twice. */
  static GateTarget of(String rawUri) {
    Matcher matcher = PATH.matcher(rawUri);
    return matcher.matches()
        ? new GateTarget(matcher.group(1), matcher.group(2))
        : new GateTarget("", "");
  }
}
