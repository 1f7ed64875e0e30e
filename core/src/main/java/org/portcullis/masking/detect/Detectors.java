package org.portcullis.masking.detect;

import java.util.ArrayList;
import java.util.List;

/** Builds scanners. */
public final class Detectors {

  private Detectors() {}

  /** A scanner for the families that are asked for; with none of them it finds nothing. */
  public static Scanner scanner(boolean emails, boolean cards, boolean secrets) {
    List<Detector> plain = plain(emails, cards, secrets);
    if (plain.isEmpty()) {
      return new Scanner(plain);
    }
    Scanner once = with(plain, new Scanner(plain));
    return with(plain, once);
  }

  /** Encoded texts are opened twice at most. */
  private static Scanner with(List<Detector> plain, Scanner inner) {
    List<Detector> all = new ArrayList<>(plain);
    all.add(new EncodedDetector(inner));
    return new Scanner(all);
  }

  private static List<Detector> plain(boolean emails, boolean cards, boolean secrets) {
    List<Detector> detectors = new ArrayList<>();
    List<TokenRule> rules = new ArrayList<>();
    if (emails) {
      rules.add(new EmailRule());
    }
    if (secrets) {
      rules.addAll(SecretRules.all());
      detectors.add(new NamedSecretDetector());
    }
    if (!rules.isEmpty()) {
      detectors.add(new LiteralPass(rules));
    }
    if (cards) {
      detectors.add(new CardDetector());
    }
    return detectors;
  }
}
