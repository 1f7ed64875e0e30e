package org.portcullis.settings.web;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.portcullis.dissection.Catalogue;

/**
 * The settings of the data path and the admin API. Immutable.
 *
 * @param bodyLimit the largest request body, in bytes ({@code portcullis.body.limit}, 4 MiB)
 * @param publicUrl where people reach the console, without a slash at the end ({@code
 *     portcullis.public.url}; by default this machine's HTTPS port)
 * @param bootstrapAdminGroup whose members are administrators while there is no policy yet ({@code
 *     portcullis.bootstrap.admin.group}); empty for nobody
 * @param refusalsPerSecond how many requests without a usable token are recorded one by one; the
 *     others are counted ({@code portcullis.refusals.per.second}, 10)
 * @param allowedOrigins web pages whose scripts may call connections, as the {@code Origin} that
 *     their browser sends ({@code portcullis.allowed.origins}, separated by commas; none)
 * @param catalogue what is known about the arguments of tools: what the gate knows by itself, and
 *     the lines of the file {@code portcullis.catalogue} (none)
 * @param upstream how upstreams are called
 * @param streams how streamed answers are kept
 */
public record GateSettings(
    int bodyLimit,
    URI publicUrl,
    Optional<String> bootstrapAdminGroup,
    int refusalsPerSecond,
    Set<String> allowedOrigins,
    Catalogue catalogue,
    UpstreamSettings upstream,
    StreamSettings streams) {

  public GateSettings {
    allowedOrigins = Set.copyOf(allowedOrigins);
  }

  /**
   * How upstreams are called.
   *
   * @param connectTimeout how long a connection may take to come about ({@code
   *     portcullis.upstream.connect.timeout}, PT5S)
   * @param answerTimeout how long an answer may take to begin, and a whole one to go on after a
   *     pause ({@code portcullis.upstream.answer.timeout}, PT60S)
   * @param wholeTimeout how long a whole answer may take from its beginning to its end ({@code
   *     portcullis.upstream.whole.timeout}, PT5M)
   * @param answerLimit the largest whole answer after decoding, in bytes ({@code
   *     portcullis.upstream.answer.limit}, 16 MiB)
   * @param connections connections to one upstream at most ({@code
   *     portcullis.upstream.connections}, 256)
   */
  public record UpstreamSettings(
      Duration connectTimeout,
      Duration answerTimeout,
      Duration wholeTimeout,
      int answerLimit,
      int connections) {}

  /**
   * How streamed answers are kept.
   *
   * @param eventLimit the largest single event, in bytes ({@code portcullis.streams.event.limit}, 4
   *     MiB)
   * @param limit listening streams at one time ({@code portcullis.streams.limit}, 500)
   * @param limitPerCaller listening streams of one caller ({@code portcullis.streams.per.caller},
   *     50)
   * @param keepAlive after how much silence a comment is sent; a client that left is noticed by the
   *     second one that cannot be sent ({@code portcullis.streams.keepalive}, PT5S)
   */
  public record StreamSettings(int eventLimit, int limit, int limitPerCaller, Duration keepAlive) {}
}
