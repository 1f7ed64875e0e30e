package org.portcullis.masking.detect;

import java.util.ArrayList;
import java.util.List;

/** Builds scanners. */
public final class Detectors {

  private Detectors() {}

  /** A scanner for the families that are asked for; with none of them it finds nothing. */
  public static Scanner scanner(boolean emails, boolean cards, boolean secrets) {
    List<Detector> detectors = new ArrayList<>();
    List<TokenRule> rules = new ArrayList<>();
    if (emails) {
      rules.add(new EmailRule());
    }
    if (secrets) {
      rules.addAll(SecretRules.all());
    }
    if (!rules.isEmpty()) {
      detectors.add(new LiteralPass(rules));
    }
    if (cards) {
      detectors.add(new CardDetector());
    }
    return new Scanner(detectors);
  }
}
