package org.portcullis.tools;

import java.util.Set;

/** One of the tools. */
public interface Tool {

  /** How it is called, in one line or more. */
  String usage();

  /** Options that have a value, with their hyphens. */
  Set<String> valued();

  /** Options that are there or not. */
  Set<String> flags();

  /** Does its work and returns the exit code; throws {@link Unusable} for what it cannot use. */
  int run(Options options, Terminal terminal);
}
