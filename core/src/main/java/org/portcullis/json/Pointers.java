package org.portcullis.json;

/** Writing JSON Pointers (RFC 6901). */
public final class Pointers {

  private Pointers() {}

  /** A slash and the key behind it, with its own slashes and tildes escaped (section 3). */
  public static String step(String key) {
    return "/" + key.replace("~", "~0").replace("/", "~1");
  }
}
