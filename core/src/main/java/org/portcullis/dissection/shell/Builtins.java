package org.portcullis.dissection.shell;

import java.util.Set;

/** Names that a function cannot surely take over: some shells look for these first. */
final class Builtins {

  private static final Set<String> NAMES = ResourceLists.words("builtins.txt");

  private Builtins() {}

  static boolean isOne(String name) {
    return NAMES.contains(name);
  }
}
