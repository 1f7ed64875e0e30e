package org.portcullis.clock.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.portcullis.command.Ids;

/** Gives time and ids to whoever injects them. */
@ApplicationScoped
public class ClockAssembly {

  @Produces
  @Singleton
  InstantSource clock() {
    return InstantSource.system();
  }

  @Produces
  @Singleton
  Ids ids() {
    return Ids.random();
  }
}
