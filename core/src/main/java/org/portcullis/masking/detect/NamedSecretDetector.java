package org.portcullis.masking.detect;

/** A whole text that is a secret because of the member that holds it. */
final class NamedSecretDetector implements Detector {

  @Override
  public void find(Scan scan) {
    if (scan.name().isEmpty() || scan.text().isEmpty()) {
      return;
    }
    String type = SecretValues.type(scan.name(), scan.text());
    if (!type.isEmpty()) {
      scan.add(type, 0, scan.text().length());
    }
  }
}
