package org.portcullis.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Predicate;
import org.portcullis.command.Command;
import org.portcullis.command.CommandName;
import org.portcullis.json.CanonicalJson;
import org.portcullis.masking.Keep;
import org.portcullis.policy.CallDecision;
import org.portcullis.protocol.Answer;
import org.portcullis.protocol.Ask;
import org.portcullis.protocol.Exchange;
import org.portcullis.protocol.Failure;
import org.portcullis.protocol.Headers;
import org.portcullis.protocol.OutboundRequest;
import org.portcullis.protocol.Relay;
import org.portcullis.protocol.UpstreamAnswer;
import org.portcullis.protocol.UpstreamReadFailed;
import org.portcullis.session.Session;

/** An exchange of a protocol that says in plain words what happened to it. */
final class FakeExchange implements Exchange {

  private final Session session;
  private final List<Command> commands;
  private final boolean streamed;

  FakeExchange(Session session, List<Command> commands, boolean streamed) {
    this.session = session;
    this.commands = List.copyOf(commands);
    this.streamed = streamed;
  }

  @Override
  public Session session() {
    return session;
  }

  @Override
  public List<Command> commands() {
    return commands;
  }

  @Override
  public String label() {
    return "fake";
  }

  @Override
  public OutboundRequest outbound(List<Command> decided) {
    byte[] body = decided.isEmpty() ? new byte[0] : CanonicalJson.bytes(decided.get(0).arguments());
    return new OutboundRequest(
        "POST", URI.create("http://upstream.example/"), Headers.NONE, body, streamed);
  }

  @Override
  public Answer blocked(CallDecision decision, Predicate<CommandName> shown, String reference) {
    return whole("blocked");
  }

  @Override
  public Answer asked(CallDecision decision, List<Ask> asks, String reference) {
    return whole("asked " + asks.stream().map(Ask::requestId).toList());
  }

  @Override
  public Answer failed(Failure failure, String reference) {
    return whole("failed " + failure);
  }

  @Override
  public Answer relay(UpstreamAnswer answer, Relay relay) throws UpstreamReadFailed {
    byte[] body = readAll(answer);
    if (!streamed) {
      return show(body, relay);
    }
    return new Answer.Streamed(
        200, Headers.NONE, sink -> sink.send(((Answer.Whole) show(body, relay)).body()));
  }

  private static Answer show(byte[] body, Relay relay) {
    byte[] masked = relay.masker().json(body, Keep.NOTHING, relay.hits());
    relay.transcript().observe(masked);
    return new Answer.Whole(200, Headers.NONE, masked);
  }

  private static byte[] readAll(UpstreamAnswer answer) throws UpstreamReadFailed {
    try (answer) {
      return answer.body().readAllBytes();
    } catch (UpstreamReadFailed e) {
      throw e;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String text(Answer answer) {
    return new String(((Answer.Whole) answer).body(), StandardCharsets.UTF_8);
  }

  private static Answer whole(String text) {
    return new Answer.Whole(200, Headers.NONE, text.getBytes(StandardCharsets.UTF_8));
  }
}
