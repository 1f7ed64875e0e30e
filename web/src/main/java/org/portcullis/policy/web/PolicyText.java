package org.portcullis.policy.web;

/** Policy documents as they travel through forms. */
final class PolicyText {

  private PolicyText() {}

  /** The text that somebody meant: a form sends every end of a line as CR LF (WHATWG HTML). */
  static String ofForm(String text) {
    return text.replace("\r\n", "\n");
  }
}
