package org.portcullis.protocol.rest;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.portcullis.json.StrictJson;
import org.portcullis.masking.Keep;
import org.portcullis.protocol.Answer;
import org.portcullis.protocol.Bodies;
import org.portcullis.protocol.Failure;
import org.portcullis.protocol.Headers;
import org.portcullis.protocol.MediaType;
import org.portcullis.protocol.Relay;
import org.portcullis.protocol.UpstreamAnswer;
import org.portcullis.protocol.UpstreamReadFailed;
import org.portcullis.session.Session;
import org.portcullis.session.Sessions;

/** Brings a service's answer back by its media type, masked. What cannot be inspected stays out. */
final class AnswerRelay {

  private static final Set<Integer> WITHOUT_BODY = Set.of(204, 205, 304);

  /** The gate's own credential was turned down: nothing that the caller could mend by a token. */
  private static final Set<Integer> ABOUT_THE_CREDENTIAL = Set.of(401, 407);

  private static final Set<String> LINES = Set.of("x-ndjson", "jsonl", "x-jsonlines", "ndjson");

  private final Sessions sessions;
  private final int maxEventBytes;

  AnswerRelay(Sessions sessions, int maxEventBytes) {
    this.sessions = sessions;
    this.maxEventBytes = maxEventBytes;
  }

  Answer relay(Session session, UpstreamAnswer answer, Relay relay) throws UpstreamReadFailed {
    int status = answer.status();
    if (status >= 400) {
      relay.transcript().commandFailed();
    }
    Optional<MediaType> type = answer.headers().only("content-type").flatMap(MediaType::parse);
    if (status != 200 && type.filter(AnswerRelay::isEvents).isPresent()) {
      // It has no end that could be waited for, so only one that is passed on is read.
      answer.close();
      throw new UpstreamReadFailed(Failure.UPSTREAM_INVALID);
    }
    if (status == 200 && type.filter(AnswerRelay::isStream).isPresent()) {
      StreamRelay.Framing framing =
          isEvents(type.get()) ? StreamRelay.Framing.EVENTS : StreamRelay.Framing.LINES;
      return new StreamRelay(sessions, session, answer, relay, framing, maxEventBytes)
          .streamed(type.get());
    }
    try (answer) {
      boolean isRedirect = status / 100 == 3 && status != 304;
      if (status < 200 || isRedirect || ABOUT_THE_CREDENTIAL.contains(status)) {
        throw new UpstreamReadFailed(Failure.UPSTREAM_INVALID);
      }
      if (WITHOUT_BODY.contains(status)) {
        return new Answer.Whole(status, kept(answer), new byte[0]);
      }
      return whole(answer, type, relay);
    }
  }

  private static Answer whole(UpstreamAnswer answer, Optional<MediaType> type, Relay relay)
      throws UpstreamReadFailed {
    byte[] body = Bodies.whole(answer);
    if (body.length == 0) {
      return new Answer.Whole(answer.status(), kept(answer), body);
    }
    if (answer.headers().has("content-encoding")) {
      throw new UpstreamReadFailed(Failure.UPSTREAM_INVALID);
    }
    if (type.filter(MediaType::isJson).isPresent()) {
      byte[] masked = json(body, type.get(), relay);
      return new Answer.Whole(
          answer.status(), kept(answer).with("content-type", type.get().essence()), masked);
    }
    if (type.filter(each -> each.type().equals("text")).isPresent()) {
      byte[] masked = text(body, type.get(), relay);
      String named = type.get().essence() + ";charset=utf-8";
      return new Answer.Whole(answer.status(), kept(answer).with("content-type", named), masked);
    }
    return opaque(answer, type, body, relay);
  }

  private static byte[] json(byte[] body, MediaType type, Relay relay) throws UpstreamReadFailed {
    if (!type.isUtf8() || !(StrictJson.readData(body) instanceof StrictJson.Reading.Value)) {
      throw new UpstreamReadFailed(Failure.UPSTREAM_INVALID);
    }
    byte[] masked = relay.masker().json(body, Keep.NOTHING, relay.hits());
    relay.transcript().observe(masked);
    return masked;
  }

  private static byte[] text(byte[] body, MediaType type, Relay relay) throws UpstreamReadFailed {
    Charset charset =
        type.textCharset().orElseThrow(() -> new UpstreamReadFailed(Failure.UPSTREAM_INVALID));
    String masked = relay.masker().text(decoded(body, charset), relay.hits());
    byte[] utf8 = masked.getBytes(StandardCharsets.UTF_8);
    relay.transcript().observe(utf8);
    return utf8;
  }

  /** Bytes of which nothing is known pass only where nothing would be masked in them. */
  private static Answer opaque(
      UpstreamAnswer answer, Optional<MediaType> type, byte[] body, Relay relay)
      throws UpstreamReadFailed {
    if (!relay.masker().masksNothing() || type.isEmpty()) {
      throw new UpstreamReadFailed(Failure.UPSTREAM_INVALID);
    }
    return new Answer.Whole(
        answer.status(), kept(answer).with("content-type", type.get().essence()), body);
  }

  private static String decoded(byte[] body, Charset charset) throws UpstreamReadFailed {
    try {
      return charset
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(body))
          .toString();
    } catch (CharacterCodingException e) {
      throw new UpstreamReadFailed(Failure.UPSTREAM_INVALID, e);
    }
  }

  /** Of the upstream's header fields only what says nothing about data. */
  private static Headers kept(UpstreamAnswer answer) {
    Headers headers =
        Headers.of("cache-control", "no-store").with("x-content-type-options", "nosniff");
    Optional<String> retryAfter =
        answer.headers().only("retry-after").filter(value -> value.matches("[0-9]{1,9}"));
    return retryAfter.isPresent() ? headers.with("retry-after", retryAfter.get()) : headers;
  }

  private static boolean isStream(MediaType type) {
    return isEvents(type) || (type.type().equals("application") && LINES.contains(type.subtype()));
  }

  private static boolean isEvents(MediaType type) {
    return type.is("text", "event-stream");
  }
}
