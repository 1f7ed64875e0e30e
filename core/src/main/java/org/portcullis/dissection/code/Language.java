package org.portcullis.dissection.code;

import java.util.Locale;

/** A language that is read. */
public enum Language {
  PYTHON,
  JAVASCRIPT;

  private final String label = name().toLowerCase(Locale.ROOT);

  /** As commands and their arguments spell it. */
  public String label() {
    return label;
  }
}
