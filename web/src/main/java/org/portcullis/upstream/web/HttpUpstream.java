package org.portcullis.upstream.web;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.portcullis.connection.Connection;
import org.portcullis.protocol.Failure;
import org.portcullis.protocol.OutboundRequest;
import org.portcullis.protocol.Upstream;
import org.portcullis.settings.web.GateSettings.UpstreamSettings;

/** Sends with Apache HttpClient: pooled, blocking, without redirects, cookies and retries. */
final class HttpUpstream implements Upstream {

  private static final Logger LOG = System.getLogger(HttpUpstream.class.getName());

  private final CloseableHttpClient client;
  private final Deadlines deadlines;
  private final WaitingCalls waiting;
  private final UpstreamSettings settings;
  private final RequestConfig whole;
  private final RequestConfig streaming;

  HttpUpstream(
      CloseableHttpClient client,
      Deadlines deadlines,
      WaitingCalls waiting,
      UpstreamSettings settings) {
    this.client = client;
    this.deadlines = deadlines;
    this.waiting = waiting;
    this.settings = settings;
    this.whole = Clients.requestConfig(settings.answerTimeout());
    this.streaming = Clients.requestConfigWithoutReadTimeout();
  }

  @Override
  public Result send(Connection connection, OutboundRequest request) {
    if (!Targets.belongTo(connection.url(), request.target())) {
      LOG.log(Level.ERROR, "a request to {0} would have left its address", connection.name());
      return new Result.Failed(Failure.INTERNAL, false);
    }
    HttpUriRequestBase http = httpRequest(connection, request);
    Deadline deadline = deadlines.start(http::cancel, settings.answerTimeout());
    if (isListening(request)) {
      deadline.lift();
    }
    waiting.begin(http);
    try {
      ClassicHttpResponse response = client.executeOpen(null, http, null);
      return answered(connection, request, response, new OpenCall(http, deadline));
    } catch (IOException e) {
      deadline.stop();
      Result.Failed failed = Faults.sending(e, http.isCancelled(), deadline.isOver());
      LOG.log(Level.WARNING, "upstream {0}: {1}", connection.name(), e.getClass().getSimpleName());
      return failed;
    } finally {
      waiting.done();
    }
  }

  /**
   * Some servers do not even begin the answer to a listening request before there is something to
   * say. Its client is told that it listens, and the wait ends when the client leaves.
   */
  private static boolean isListening(OutboundRequest request) {
    return request.streaming()
        && request.verb().equals("GET")
        && request.headers().only("accept").filter(EventStreams.MEDIA_TYPE::equals).isPresent();
  }

  private HttpUriRequestBase httpRequest(Connection connection, OutboundRequest request) {
    HttpUriRequestBase http = new HttpUriRequestBase(request.verb(), request.target());
    http.setConfig(request.streaming() ? streaming : whole);
    request
        .headers()
        .forEach(
            (name, value) -> {
              if (Fields.mayGoUpstream(name)) {
                http.addHeader(name, value);
              }
            });
    http.setHeader("Accept-Encoding", "identity");
    Credentials.show(connection.credential(), http::setHeader);
    if (request.body().length > 0) {
      http.setEntity(new ByteArrayEntity(request.body(), null));
    }
    return http;
  }

  private Result answered(
      Connection connection, OutboundRequest request, ClassicHttpResponse response, OpenCall call)
      throws IOException {
    boolean endless = request.streaming() && EventStreams.isOne(response.getEntity());
    if (endless) {
      call.deadline().lift();
    } else {
      call.deadline().extend(settings.wholeTimeout());
    }
    Coding coding = Coding.of(response);
    if (coding == Coding.UNKNOWN) {
      LOG.log(Level.WARNING, "upstream {0}: unknown content coding", connection.name());
      call.end();
      return new Result.Failed(Failure.UPSTREAM_INVALID, true);
    }
    long limit = endless ? Long.MAX_VALUE : settings.answerLimit();
    return new Result.Answered(HttpUpstreamAnswer.of(response, coding, limit, call));
  }
}
