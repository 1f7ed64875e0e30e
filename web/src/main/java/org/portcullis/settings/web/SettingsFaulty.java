package org.portcullis.settings.web;

import java.util.List;

/** At least one setting cannot be understood; the application does not start. */
public final class SettingsFaulty extends RuntimeException {

  private static final long serialVersionUID = 1L;

  SettingsFaulty(List<String> faults) {
    super("faulty settings: " + String.join("; ", faults));
  }
}
