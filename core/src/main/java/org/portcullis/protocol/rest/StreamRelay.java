package org.portcullis.protocol.rest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.portcullis.json.StrictJson;
import org.portcullis.masking.Hits;
import org.portcullis.masking.Keep;
import org.portcullis.masking.MaskingFailed;
import org.portcullis.protocol.Answer;
import org.portcullis.protocol.Bodies;
import org.portcullis.protocol.Failure;
import org.portcullis.protocol.Headers;
import org.portcullis.protocol.MediaType;
import org.portcullis.protocol.Relay;
import org.portcullis.protocol.UpstreamAnswer;
import org.portcullis.protocol.UpstreamReadFailed;
import org.portcullis.protocol.sse.SseEvent;
import org.portcullis.protocol.sse.SseReader;
import org.portcullis.session.Session;
import org.portcullis.session.Sessions;
import org.portcullis.text.PlainText;

/**
 * Relays a stream piece by piece, each one masked as it comes. A stream that breaks ends with an
 * error event, and never with anything that would make it look complete.
 */
final class StreamRelay implements Answer.Body {

  /** What a piece is. */
  enum Framing {
    EVENTS,
    LINES
  }

  private final Sessions sessions;
  private final Session session;
  private final UpstreamAnswer answer;
  private final Relay relay;
  private final Framing framing;
  private final int maxPieceBytes;

  StreamRelay(
      Sessions sessions,
      Session session,
      UpstreamAnswer answer,
      Relay relay,
      Framing framing,
      int maxPieceBytes) {
    this.sessions = sessions;
    this.session = session;
    this.answer = answer;
    this.relay = relay;
    this.framing = framing;
    this.maxPieceBytes = maxPieceBytes;
  }

  Answer.Streamed streamed(MediaType type) {
    Headers headers =
        Headers.of("content-type", type.essence())
            .with("cache-control", "no-store, no-transform")
            .with("x-accel-buffering", "no")
            .with("x-content-type-options", "nosniff");
    return new Answer.Streamed(200, headers, this);
  }

  @Override
  public void writeTo(Answer.Sink sink) throws IOException {
    try (answer) {
      Optional<Failure> failure = run(sink);
      failure.ifPresent(relay.transcript()::broke);
      if (failure.isPresent() && framing == Framing.EVENTS) {
        sink.send(error(failure.get()));
      }
    }
  }

  private Optional<Failure> run(Answer.Sink sink) throws IOException {
    SseReader events = new SseReader(answer.body(), maxPieceBytes);
    LineReader lines = new LineReader(answer.body(), maxPieceBytes);
    while (true) {
      Optional<byte[]> piece;
      try {
        piece = framing == Framing.EVENTS ? event(events) : line(lines);
      } catch (UpstreamReadFailed e) {
        return Optional.of(e.failure());
      } catch (MaskingFailed e) {
        return Optional.of(Failure.MASKING_FAILED);
      }
      if (piece.isEmpty()) {
        return Optional.empty();
      }
      if (!sessions.isOpen(session.id())) {
        return Optional.of(Failure.SESSION_ENDED);
      }
      sink.send(piece.get());
    }
  }

  private Optional<byte[]> event(SseReader events) throws UpstreamReadFailed {
    try {
      return events.next().map(event -> masked(event).toBytes());
    } catch (IOException e) {
      throw Bodies.broken(e);
    }
  }

  /** Name and data are masked; an id that masking would change is left out. */
  private SseEvent masked(SseEvent event) {
    if (event.equals(SseEvent.COMMENT)) {
      return event;
    }
    String name = relay.masker().text(event.name(), relay.hits());
    String id = event.id();
    boolean isPlain = id != null && relay.masker().text(id, new Hits()).equals(id);
    String data = event.data() == null ? null : masked(event.data());
    return new SseEvent(
        PlainText.isReadable(name) ? name : "", data, isPlain ? id : null, event.retry());
  }

  /** Data is JSON when it reads as JSON, and a text otherwise. */
  private String masked(String data) {
    byte[] utf8 = data.getBytes(StandardCharsets.UTF_8);
    boolean isJson = StrictJson.readData(utf8) instanceof StrictJson.Reading.Value;
    byte[] masked =
        isJson
            ? relay.masker().json(utf8, Keep.NOTHING, relay.hits())
            : relay.masker().text(data, relay.hits()).getBytes(StandardCharsets.UTF_8);
    relay.transcript().observe(masked);
    return new String(masked, StandardCharsets.UTF_8);
  }

  private Optional<byte[]> line(LineReader lines) throws UpstreamReadFailed {
    try {
      Optional<byte[]> line = lines.next();
      return line.isEmpty() ? line : Optional.of(maskedLine(line.get()));
    } catch (IOException e) {
      throw Bodies.broken(e);
    }
  }

  private byte[] maskedLine(byte[] line) throws UpstreamReadFailed {
    boolean isBlank = new String(line, StandardCharsets.UTF_8).isBlank();
    byte[] masked = new byte[0];
    if (!isBlank) {
      if (!(StrictJson.readData(line) instanceof StrictJson.Reading.Value)) {
        throw new UpstreamReadFailed(Failure.UPSTREAM_INVALID);
      }
      masked = relay.masker().json(line, Keep.NOTHING, relay.hits());
      relay.transcript().observe(masked);
    }
    byte[] withEnd = Arrays.copyOf(masked, masked.length + 1);
    withEnd[masked.length] = '\n';
    return withEnd;
  }

  private static byte[] error(Failure failure) {
    String data =
        new String(
            StrictJson.write(StrictJson.object().put("message", failure.text())),
            StandardCharsets.UTF_8);
    return new SseEvent("error", data, null, null).toBytes();
  }
}
