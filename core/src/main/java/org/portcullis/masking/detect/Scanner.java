package org.portcullis.masking.detect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Several detectors over one text. Immutable; shared by threads. */
public final class Scanner {

  private static final Comparator<Finding> BY_PLACE =
      Comparator.comparingInt(Finding::start).thenComparingInt(finding -> -finding.end());

  private final List<Detector> detectors;

  Scanner(List<Detector> detectors) {
    this.detectors = List.copyOf(detectors);
  }

  /**
   * Finds values. Linear in the text's length.
   *
   * @param text any text; offsets of the findings are offsets in it
   * @param name the name of the member that holds the text if it is one of {@link SecretNames}, in
   *     lower case and without {@code _} and {@code -}; or empty
   * @return by start, the longer one first; they may overlap
   */
  public List<Finding> scan(String text, String name) {
    Folding folding = Folding.of(text);
    Scan scan = new Scan(folding.text(), folding.ascii(), name);
    for (Detector detector : detectors) {
      detector.find(scan);
    }
    if (scan.findings().isEmpty()) {
      return List.of();
    }
    List<Finding> found = new ArrayList<>(scan.findings().size());
    scan.findings().forEach(finding -> found.add(folding.original(finding)));
    found.sort(BY_PLACE);
    return found;
  }
}
