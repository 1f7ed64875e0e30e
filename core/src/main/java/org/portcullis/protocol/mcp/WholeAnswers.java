package org.portcullis.protocol.mcp;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.portcullis.protocol.Bodies;
import org.portcullis.protocol.Failure;
import org.portcullis.protocol.MediaType;
import org.portcullis.protocol.UpstreamAnswer;
import org.portcullis.protocol.UpstreamReadFailed;
import org.portcullis.protocol.sse.SseEvent;
import org.portcullis.protocol.sse.SseReader;

/** Reads an upstream's answer to its end, whichever form it has, before anything is sent. */
final class WholeAnswers {

  private WholeAnswers() {}

  static Optional<MediaType> type(UpstreamAnswer answer) {
    return answer.headers().only("content-type").flatMap(MediaType::parse);
  }

  static boolean isStream(UpstreamAnswer answer) {
    return type(answer).filter(type -> type.is("text", "event-stream")).isPresent();
  }

  static boolean isJson(UpstreamAnswer answer) {
    return type(answer).filter(type -> type.is("application", "json") && type.isUtf8()).isPresent();
  }

  /**
   * The answers to all open requests, masked; fewer only when the client cancelled some.
   *
   * @throws UpstreamReadFailed when one is missing, or something is no message
   */
  static List<byte[]> collect(UpstreamAnswer answer, MessageRelay messages, int maxEventBytes)
      throws UpstreamReadFailed {
    List<byte[]> answers = new ArrayList<>();
    if (isStream(answer)) {
      SseReader events = new SseReader(answer.body(), maxEventBytes);
      while (!messages.isDone()) {
        SseEvent event =
            next(events).orElseThrow(() -> new UpstreamReadFailed(Failure.UPSTREAM_BROKEN));
        if (event.isMessage() && event.data() != null && !event.data().isEmpty()) {
          add(event.data().getBytes(StandardCharsets.UTF_8), messages, answers);
        }
      }
    } else if (isJson(answer)) {
      add(Bodies.whole(answer), messages, answers);
    }
    if (!messages.isDone()) {
      throw new UpstreamReadFailed(Failure.UPSTREAM_INVALID);
    }
    return answers;
  }

  private static void add(byte[] utf8, MessageRelay messages, List<byte[]> answers)
      throws UpstreamReadFailed {
    for (MessageRelay.Said said : MessageRelay.said(utf8)) {
      messages
          .pass(said)
          .filter(MessageRelay.Passed::isAnswer)
          .ifPresent(passed -> answers.add(passed.message()));
    }
  }

  private static Optional<SseEvent> next(SseReader events) throws UpstreamReadFailed {
    try {
      return events.next();
    } catch (IOException e) {
      throw Bodies.broken(e);
    }
  }
}
