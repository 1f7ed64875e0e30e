package org.portcullis.dissection.shell;

import java.util.Locale;

/** Why something cannot be told. */
enum Doubt {
  /** A variable's value. */
  VARIABLE,
  /** What a command prints. */
  SUBSTITUTION,
  /** A pattern that stands for the files there are. */
  PATTERN,
  /** Braces that some shells expand. */
  BRACES,
  /** What another program hands over. */
  INPUT,
  /** A script whose content is elsewhere. */
  SCRIPT,
  /** Code in another language, or in an option. */
  CODE,
  /** An option that is not known, so that it may take a value. */
  OPTION,
  /** A variable that changes what a program's name or code stands for. */
  ENVIRONMENT,
  /** An alias: a text that is put in place of a word. */
  ALIAS,
  /** A spelling that shells read in different ways. */
  DIALECT,
  /** A name that cannot be written in a command's name. */
  NAME,
  /** It is no shell line, or none that ends. */
  UNREADABLE,
  /** It is too long or too deep. */
  LIMIT;

  /** As the arguments of a command spell it. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
