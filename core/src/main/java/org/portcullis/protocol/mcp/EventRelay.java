package org.portcullis.protocol.mcp;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.portcullis.json.StrictJson;
import org.portcullis.masking.Hits;
import org.portcullis.masking.MaskingFailed;
import org.portcullis.protocol.Answer;
import org.portcullis.protocol.Bodies;
import org.portcullis.protocol.Failure;
import org.portcullis.protocol.Headers;
import org.portcullis.protocol.Relay;
import org.portcullis.protocol.UpstreamAnswer;
import org.portcullis.protocol.UpstreamReadFailed;
import org.portcullis.protocol.mcp.Conversation.Waiting;
import org.portcullis.protocol.sse.SseEvent;
import org.portcullis.protocol.sse.SseReader;
import org.portcullis.session.Session;

/**
 * Relays an upstream's stream event by event, each one as it comes. Every request that is open when
 * the stream ends is told so: a client never waits for what will not come.
 */
final class EventRelay implements Answer.Body {

  private static final byte[] GREETING = ": connected\n\n".getBytes(StandardCharsets.UTF_8);
  private static final Headers HEADERS =
      Headers.of("content-type", "text/event-stream")
          .with("cache-control", "no-store, no-transform")
          .with("x-accel-buffering", "no");

  private final McpParts parts;
  private final Session session;
  private final UpstreamAnswer answer;
  private final Relay relay;
  private final MessageRelay messages;
  private final boolean endsWithAnswers;
  private final boolean polls;
  private boolean sawId;

  /**
   * @param endsWithAnswers whether the stream answers a POST and is over when all is answered;
   *     otherwise it is the session's own
   */
  EventRelay(
      McpParts parts,
      Session session,
      UpstreamAnswer answer,
      Relay relay,
      MessageRelay messages,
      boolean endsWithAnswers) {
    this.parts = parts;
    this.session = session;
    this.answer = answer;
    this.relay = relay;
    this.messages = messages;
    this.endsWithAnswers = endsWithAnswers;
    this.polls = McpVersion.named(session.version()).filter(McpVersion::hasPolling).isPresent();
  }

  Answer.Streamed streamed() {
    return new Answer.Streamed(200, HEADERS, this);
  }

  @Override
  public void writeTo(Answer.Sink sink) throws IOException {
    boolean toldAll = false;
    try (answer) {
      if (!endsWithAnswers) {
        sink.send(GREETING);
      }
      Optional<Failure> failure = run(sink);
      if (failure.isPresent()) {
        relay.transcript().broke(failure.get());
        tellOpenRequests(failure.get(), sink);
      }
      toldAll = true;
    } finally {
      if (!toldAll) {
        forgetOpenRequests();
      }
    }
  }

  /** Relays until the stream ends; a failure when it ended before it should. */
  private Optional<Failure> run(Answer.Sink sink) throws IOException {
    SseReader events = new SseReader(answer.body(), parts.settings().maxEventBytes());
    try {
      while (!(endsWithAnswers && messages.isDone())) {
        Optional<SseEvent> event = next(events);
        if (event.isEmpty()) {
          return ended();
        }
        if (!parts.sessions().isOpen(session.id())) {
          return Optional.of(Failure.SESSION_ENDED);
        }
        pass(event.get(), sink);
      }
      return Optional.empty();
    } catch (UpstreamReadFailed e) {
      return Optional.of(e.failure());
    } catch (MaskingFailed e) {
      return Optional.of(Failure.MASKING_FAILED);
    }
  }

  /** Sends what one block of the upstream becomes; each message before the next is looked at. */
  private void pass(SseEvent event, Answer.Sink sink) throws IOException {
    String data = event.data();
    if (event.equals(SseEvent.COMMENT)) {
      sink.send(event.toBytes());
    } else if (data == null || data.isEmpty()) {
      if (polls) {
        sink.send(framed(event, data).toBytes());
      }
    } else if (event.isMessage()) {
      SseEvent frame = framed(event, null);
      for (MessageRelay.Said said : MessageRelay.said(data.getBytes(StandardCharsets.UTF_8))) {
        Optional<MessageRelay.Passed> passed = messages.pass(said);
        if (passed.isPresent()) {
          sink.send(message(passed.get().message(), frame.id(), frame.retry()).toBytes());
        }
      }
    }
  }

  /** An event's frame. An id that masking would change is left out: it is no mere id then. */
  private SseEvent framed(SseEvent event, @Nullable String data) {
    String id = event.id();
    boolean isPlain = id != null && relay.masker().text(id, new Hits()).equals(id);
    sawId = sawId || isPlain;
    return new SseEvent("", data, isPlain ? id : null, event.retry());
  }

  /**
   * From 2025-11-25 on, a server may end a stream that has ids before it answers; the client takes
   * it up again by GET. Everywhere else an end without the answer is a fault.
   */
  private Optional<Failure> ended() {
    if (!endsWithAnswers || messages.isDone()) {
      return Optional.empty();
    }
    if (polls && sawId) {
      relay.transcript().broke(Failure.UPSTREAM_BROKEN);
      return Optional.empty();
    }
    return Optional.of(Failure.UPSTREAM_BROKEN);
  }

  private void tellOpenRequests(Failure failure, Answer.Sink sink) throws IOException {
    if (!endsWithAnswers) {
      return;
    }
    Conversation conversation = parts.conversations().of(session);
    for (Waiting waiting : messages.unanswered()) {
      boolean isWanted = !conversation.isCancelled(waiting.step().requestId());
      conversation.closed(waiting.step().requestId());
      if (isWanted) {
        byte[] error =
            StrictJson.write(
                JsonRpc.error(waiting.step().requestId(), JsonRpc.INTERNAL_ERROR, failure.text()));
        sink.send(message(error, null, null).toBytes());
      }
    }
  }

  /** The client is gone, and what it asked for with it. */
  private void forgetOpenRequests() {
    if (endsWithAnswers) {
      Conversation conversation = parts.conversations().of(session);
      messages.unanswered().forEach(waiting -> conversation.closed(waiting.step().requestId()));
    }
  }

  private static SseEvent message(byte[] json, @Nullable String id, @Nullable String retry) {
    return new SseEvent("message", new String(json, StandardCharsets.UTF_8), id, retry);
  }

  private static Optional<SseEvent> next(SseReader events) throws UpstreamReadFailed {
    try {
      return events.next();
    } catch (IOException e) {
      throw Bodies.broken(e);
    }
  }
}
