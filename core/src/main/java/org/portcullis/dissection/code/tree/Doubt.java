package org.portcullis.dissection.code.tree;

import java.util.Locale;

/** Why something cannot be told. */
public enum Doubt {
  /** A text that is run as code, and is only known then. */
  EVAL,
  /** A name that is computed. */
  COMPUTED,
  /** A value is called of which nothing is known. */
  VALUE,
  /** A way around names: from an object to its class, its globals or its prototype. */
  REFLECTION,
  /** An import of every name there is. */
  STAR,
  /** A spelling that is of another dialect, or that interpreters read in different ways. */
  DIALECT,
  /** A language that is not known, or not read. */
  LANGUAGE,
  /** A name that cannot be written in a command's name. */
  NAME,
  /** It is no program of the language, or none that is read. */
  SYNTAX,
  /** It is too long, too deep or does too much. */
  LIMIT;

  /** As the arguments of a command spell it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
