package org.portcullis.protocol.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.portcullis.protocol.CannedAnswer;
import org.portcullis.text.PercentCoding;

class RestPropertiesTest {

  @Property(tries = 500)
  void aPathThatIsReadIsWrittenAsTheSamePath(@ForAll("raw") String raw) {
    PathSegments.of("/" + raw)
        .ifPresent(
            segments -> {
              String written =
                  segments.stream()
                      .map(PercentCoding::encode)
                      .collect(Collectors.joining("/", "/", ""));
              assertThat(PathSegments.of(written)).contains(segments);
              assertThat(written).doesNotContain("//", "%2F", "%5C", ";");
              assertThat(segments).doesNotContain(".", "..");
            });
  }

  @Property(tries = 500)
  void aQueryThatIsReadIsWrittenAsTheSameQuery(@ForAll("raw") String raw) {
    QueryText.read(raw)
        .ifPresent(query -> assertThat(QueryText.read(QueryText.write(query))).contains(query));
  }

  @Property(tries = 200)
  void everyRequestHasAnAnswer(
      @ForAll("raw") String path, @ForAll("raw") String query, @ForAll byte[] body) {
    RestClient client = new RestClient();
    client.gate.answer(CannedAnswer.json("{}"));

    int status =
        client
            .send("POST", "/" + path, query, new String(body, StandardCharsets.ISO_8859_1))
            .status();

    assertThat(status).isIn(200, 400, 404, 415, 422);
  }

  @Provide
  Arbitrary<String> raw() {
    return Arbitraries.of(
            "a", "runs", "/", ".", "..", "%2e", "%2F", "%5c", "%25", "%252f", ";", "&", "=", "+",
            "%00", "ü", "%C3%BC", "%zz", "?", "#", " ", "[]", "_method")
        .list()
        .ofMaxSize(6)
        .map(parts -> String.join("", parts));
  }
}
