package org.portcullis.upstream.web;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.ssl.SSLContexts;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.portcullis.settings.web.GateSettings.UpstreamSettings;

/** Makes the client. */
final class Clients {

  /** Many servers close an idle connection after five seconds and do not say so. */
  private static final TimeValue IDLE = TimeValue.ofSeconds(4);

  private static final TimeValue CHECK_AFTER = TimeValue.ofMilliseconds(500);
  private static final Timeout LEASE = Timeout.ofSeconds(5);

  private Clients() {}

  /** A client that sends what it is told, once, and shows what comes, as it comes. */
  static CloseableHttpClient client(UpstreamSettings settings) {
    return HttpClients.custom()
        .setConnectionManager(pool(settings))
        .setUserAgent("Portcullis")
        .disableRedirectHandling()
        .disableAutomaticRetries()
        .disableCookieManagement()
        .disableContentCompression()
        .disableAuthCaching()
        .disableConnectionState()
        .build();
  }

  /** For an answer that is read whole: no pause may be longer than this. */
  static RequestConfig requestConfig(Duration pause) {
    return config(Timeout.of(pause));
  }

  /** For an answer that may be silent as long as it likes; its beginning has a {@link Deadline}. */
  static RequestConfig requestConfigWithoutReadTimeout() {
    return config(Timeout.DISABLED);
  }

  private static RequestConfig config(Timeout read) {
    return RequestConfig.custom()
        .setConnectionRequestTimeout(LEASE)
        .setResponseTimeout(read)
        .setConnectionKeepAlive(IDLE)
        .setAuthenticationEnabled(false)
        .setRedirectsEnabled(false)
        .setContentCompressionEnabled(false)
        .setProtocolUpgradeEnabled(false)
        .build();
  }

  private static PoolingHttpClientConnectionManager pool(UpstreamSettings settings) {
    AtomicLong count = new AtomicLong();
    return PoolingHttpClientConnectionManagerBuilder.create()
        .setConnectionFactory(
            socket -> {
              CleanConnection connection =
                  new CleanConnection("upstream-" + count.incrementAndGet());
              if (socket != null) {
                connection.bind(socket);
              }
              return connection;
            })
        // The server's own trust: an operator adds an authority there, for everything that leaves.
        .setTlsSocketStrategy(new DefaultClientTlsStrategy(SSLContexts.createSystemDefault()))
        .setPoolConcurrencyPolicy(PoolConcurrencyPolicy.LAX)
        .setMaxConnPerRoute(settings.connections())
        .setDefaultConnectionConfig(
            ConnectionConfig.custom()
                .setConnectTimeout(Timeout.of(settings.connectTimeout()))
                .setValidateAfterInactivity(CHECK_AFTER)
                .build())
        .build();
  }
}
