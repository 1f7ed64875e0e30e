package org.portcullis.protocol.sse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portcullis.protocol.Failure;
import org.portcullis.protocol.UpstreamReadFailed;

class SseParserTest {

  private static final int LIMIT = 1000;
  private static final String EVERYTHING =
      "\uFEFFid: 1\ndata: {\"a\":1}\n\n"
          + ": ping\r\n\r\n"
          + "event:message\rdata:x\rdata: y\rdata\r\r"
          + "retry: 250\r\n\r\n"
          + "id\ndata:\n\n"
          + "unknown: z\nevent: only\n\n"
          + "data: grüße 💶\nretry: soon\n\n"
          + "data: cut off";

  private static List<SseEvent> read(InputStream in) throws IOException {
    SseReader reader = new SseReader(in, LIMIT);
    List<SseEvent> events = new ArrayList<>();
    for (Optional<SseEvent> event = reader.next(); event.isPresent(); event = reader.next()) {
      events.add(event.get());
    }
    return events;
  }

  private static List<SseEvent> read(String text) throws IOException {
    return read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static InputStream cut(byte[] bytes, int first) {
    return new ByteArrayInputStream(bytes) {
      private boolean cut;

      @Override
      public synchronized int read(byte[] buffer, int offset, int length) {
        if (!cut && first > 0) {
          cut = true;
          return super.read(buffer, offset, Math.min(first, length));
        }
        return super.read(buffer, offset, length);
      }
    };
  }

  private static SseEvent data(String data) {
    return new SseEvent("", data, null, null);
  }

  @Test
  void readsEveryField() throws IOException {
    assertThat(read(EVERYTHING))
        .containsExactly(
            new SseEvent("", "{\"a\":1}", "1", null),
            SseEvent.COMMENT,
            new SseEvent("message", "x\ny\n", null, null),
            new SseEvent("", null, null, "250"),
            new SseEvent("", "", "", null),
            data("grüße 💶"));
  }

  @Test
  @DisplayName("3.07 it does not matter where the bytes are cut")
  void readsTheSameAtEverySplit() throws IOException {
    byte[] bytes = EVERYTHING.getBytes(StandardCharsets.UTF_8);
    List<SseEvent> whole = read(EVERYTHING);

    for (int split = 1; split < bytes.length; split++) {
      assertThat(read(cut(bytes, split))).as("split at " + split).isEqualTo(whole);
    }
  }

  @ParameterizedTest
  @DisplayName("3.01 takes all three line ends")
  @ValueSource(strings = {"\n", "\r", "\r\n"})
  void takesAllLineEnds(String end) throws IOException {
    assertThat(read("data: a" + end + "data: b" + end + end + "data: c" + end + end))
        .containsExactly(data("a\nb"), data("c"));
  }

  @Test
  @DisplayName("3.02 the space is optional, and only one belongs to the frame")
  void stripsAtMostOneSpace() throws IOException {
    assertThat(read("data:a\n\ndata: b\n\ndata:  c\n\n"))
        .containsExactly(data("a"), data("b"), data(" c"));
  }

  @Test
  void anEventIsThereWithItsBlankLine() throws UpstreamReadFailed {
    SseParser parser = new SseParser(LIMIT);
    String text = "data: a\r\n\r";
    Optional<SseEvent> last = Optional.empty();
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      last = parser.feed(b);
    }

    assertThat(last).contains(data("a"));
    assertThat(parser.feed((byte) '\n')).isEmpty();
  }

  @Test
  void anIdWithANulIsIgnored() throws IOException {
    assertThat(read("id: a\0b\ndata: x\n\n")).containsExactly(data("x"));
  }

  @Test
  void aByteOrderMarkIsIgnoredAtTheBeginningOnly() throws IOException {
    assertThat(read("\uFEFFdata: a\n\n\uFEFFdata: b\n\n")).containsExactly(data("a"));
  }

  @Test
  void limitsLinesAndBlocks() {
    assertThatThrownBy(() -> read("data: " + "x".repeat(LIMIT)))
        .isInstanceOfSatisfying(
            UpstreamReadFailed.class,
            e -> assertThat(e.failure()).isEqualTo(Failure.UPSTREAM_TOO_LARGE));
    assertThatThrownBy(() -> read("data: x\n".repeat(LIMIT)))
        .isInstanceOf(UpstreamReadFailed.class);
  }

  @Test
  void commentsCountForNothing() throws IOException {
    assertThat(read(": ping\n".repeat(LIMIT) + "data: x\n\n")).hasSize(LIMIT + 1);
  }

  @Test
  void refusesWhatIsNotUtf8() {
    byte[] bytes = "data: ?\n\n".getBytes(StandardCharsets.UTF_8);
    bytes[6] = (byte) 0xFF;

    assertThatThrownBy(() -> read(new ByteArrayInputStream(bytes)))
        .isInstanceOfSatisfying(
            UpstreamReadFailed.class,
            e -> assertThat(e.failure()).isEqualTo(Failure.UPSTREAM_INVALID));
  }

  @Test
  @DisplayName("3.20 several lines become several data lines and join again")
  void writesSeveralLines() throws IOException {
    SseEvent event = new SseEvent("message", "a\n\nb\n", "7", "10");

    String text = new String(event.toBytes(), StandardCharsets.UTF_8);

    assertThat(text)
        .isEqualTo("id: 7\nevent: message\nretry: 10\ndata: a\ndata: \ndata: b\ndata: \n\n");
    assertThat(read(text)).containsExactly(event);
  }

  @Property(tries = 300)
  void whatIsWrittenIsRead(
      @ForAll("events") List<SseEvent> events, @ForAll @IntRange(min = 1, max = 40) int split)
      throws IOException {
    StringBuilder text = new StringBuilder();
    events.forEach(event -> text.append(new String(event.toBytes(), StandardCharsets.UTF_8)));

    assertThat(read(cut(text.toString().getBytes(StandardCharsets.UTF_8), split)))
        .isEqualTo(events);
  }

  @Provide
  Arbitrary<List<SseEvent>> events() {
    Arbitrary<String> line =
        Arbitraries.strings().withChars("ab :{}\"é".toCharArray()).ofMaxLength(12);
    Arbitrary<String> data =
        line.list().ofMinSize(1).ofMaxSize(4).map(lines -> String.join("\n", lines));
    Arbitrary<String> id = Arbitraries.strings().alpha().ofMaxLength(5).injectNull(0.5);
    return Combinators.combine(Arbitraries.of("", "message", "x"), data, id)
        .as((name, text, number) -> new SseEvent(name, text, number, null))
        .list()
        .ofMaxSize(5);
  }

  @Test
  void aTimeThatIsNoneIsNotKept() throws Exception {
    SseParser parser = new SseParser(1_000);
    Optional<SseEvent> event = Optional.empty();
    for (byte b : "retry: 4111111111111111\ndata: x\n\n".getBytes(StandardCharsets.UTF_8)) {
      event = parser.feed(b);
    }

    assertThat(event).contains(new SseEvent("", "x", null, null));
  }
}
