package org.portcullis.settings.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.eclipse.microprofile.config.Config;

/** Gives the settings to whoever injects them, and stops the start when one is faulty. */
@ApplicationScoped
public class SettingsSource {

  private static final Logger LOG = System.getLogger(SettingsSource.class.getName());

  /** The settings; the same for the whole run. */
  @Produces
  @Singleton
  GateSettings settings(Config config) {
    SettingsReader reader = new SettingsReader(name -> config.getOptionalValue(name, String.class));
    GateSettings settings = reader.read();
    if (!reader.faults().isEmpty()) {
      reader.faults().forEach(fault -> LOG.log(Level.ERROR, fault));
      throw new SettingsFaulty(reader.faults());
    }
    return settings;
  }

  /** Reads them when the application starts, not at the first call. */
  void start(
      @Observes @Initialized(ApplicationScoped.class) Object started, GateSettings settings) {
    LOG.log(Level.INFO, "settings are read; people reach the gate at {0}", settings.publicUrl());
  }
}
