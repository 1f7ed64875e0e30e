package org.portcullis.masking.detect;

import java.util.ArrayList;
import java.util.List;

/** One text while detectors look at it. Used by one thread. */
final class Scan {

  private final String text;
  private final byte[] ascii;
  private final String name;
  private List<Finding> findings = List.of();

  /**
   * @param text folded, see {@link Folding}
   * @param ascii the same, see {@link Folding#ascii}
   * @param name the normalized name of the member that holds the text; empty when there is none
   */
  Scan(String text, byte[] ascii, String name) {
    this.text = text;
    this.ascii = ascii;
    this.name = name;
  }

  String text() {
    return text;
  }

  /** The text with one byte for each unit, zero for what is not ASCII: for the fast passes. */
  byte[] ascii() {
    return ascii;
  }

  String name() {
    return name;
  }

  void add(String type, int start, int end) {
    if (findings.isEmpty()) {
      findings = new ArrayList<>();
    }
    findings.add(new Finding(type, start, end));
  }

  /** What was found so far, in no order, with offsets in the folded text. */
  List<Finding> findings() {
    return findings;
  }
}
