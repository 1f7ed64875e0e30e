package org.portcullis.upstream.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.io.CloseMode;
import org.portcullis.clock.web.Ticker;
import org.portcullis.protocol.Upstream;
import org.portcullis.settings.web.GateSettings;

/** Puts the way to the upstreams together, one for the whole application. */
@ApplicationScoped
public class UpstreamAssembly {

  private static final Duration TICK = Duration.ofSeconds(1);

  @Produces
  @Singleton
  CloseableHttpClient client(GateSettings settings) {
    return Clients.client(settings.upstream());
  }

  @Produces
  @Singleton
  WaitingCalls waitingCalls() {
    return new WaitingCalls();
  }

  @Produces
  @Singleton
  Upstream upstream(
      CloseableHttpClient client, WaitingCalls waiting, GateSettings settings, Ticker ticker) {
    Deadlines deadlines = new Deadlines(System::nanoTime);
    ticker.every(TICK, "looking after upstream calls", deadlines::tick);
    return new HttpUpstream(client, deadlines, waiting, settings.upstream());
  }

  /** Ends every upstream call with the application. */
  void close(@Disposes CloseableHttpClient client) {
    client.close(CloseMode.IMMEDIATE);
  }
}
