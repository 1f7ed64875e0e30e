package org.portcullis.masking;

/** What content detectors look for. */
public enum Detection {
  EMAIL,
  CREDIT_CARD,
  SECRETS
}
