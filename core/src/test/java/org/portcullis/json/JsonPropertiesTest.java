package org.portcullis.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.portcullis.json.StrictJson.Reading;

class JsonPropertiesTest {

  private static final JsonNodeFactory NODES = StrictJson.mapperForNodes().getNodeFactory();

  @Property(tries = 150)
  void whatIsWrittenIsReadAlike(@ForAll("values") JsonNode value) {
    assertThat(StrictJson.read(StrictJson.write(value))).isEqualTo(new Reading.Value(value));
  }

  @Property(tries = 150)
  void theCanonicalFormIsAFixedPoint(@ForAll("values") JsonNode value) {
    byte[] canonical = CanonicalJson.bytes(value);

    assertThat(CanonicalJson.bytes(((Reading.Value) StrictJson.read(canonical)).node()))
        .isEqualTo(canonical);
  }

  @Property(tries = 150)
  void theCanonicalFormDoesNotDependOnTheOrderOfKeys(
      @ForAll("values") JsonNode value, @ForAll Random random) {
    assertThat(CanonicalJson.bytes(shuffled(value, random))).isEqualTo(CanonicalJson.bytes(value));
  }

  @Property(tries = 150)
  void readingNeverThrows(@ForAll byte[] bytes) {
    assertThat(StrictJson.read(bytes)).isNotNull();
  }

  @Property(tries = 150)
  void readingATruncatedTextNeverGivesAnotherObject(@ForAll("values") JsonNode value) {
    ObjectNode object = StrictJson.object();
    object.set("v", value);
    byte[] whole = StrictJson.write(object);
    byte[] cut = Arrays.copyOf(whole, whole.length - 1);

    assertThat(StrictJson.read(cut)).isInstanceOf(Reading.Unreadable.class);
  }

  @Property(tries = 100)
  void digestsTellTextsApart(@ForAll String one, @ForAll String other) {
    boolean same = one.equals(other);

    assertThat(
            Digests.sha256(one.getBytes(StandardCharsets.UTF_16))
                .equals(Digests.sha256(other.getBytes(StandardCharsets.UTF_16))))
        .isEqualTo(same);
  }

  @Provide
  Arbitrary<JsonNode> values() {
    Arbitrary<JsonNode> leaves =
        Arbitraries.oneOf(
            Arbitraries.strings()
                .withChars("aé\"\\\n\t \u0000")
                .ofMaxLength(8)
                .map(text -> (JsonNode) NODES.textNode(text)),
            Arbitraries.integers().map(number -> (JsonNode) NODES.numberNode(number)),
            Arbitraries.of("1.5", "-0.25", "1E+10", "3.10")
                .map(text -> (JsonNode) NODES.numberNode(new BigDecimal(text))),
            Arbitraries.of(true, false).map(bool -> (JsonNode) NODES.booleanNode(bool)),
            Arbitraries.just(NODES.nullNode()));
    return nested(nested(leaves));
  }

  private static Arbitrary<JsonNode> nested(Arbitrary<JsonNode> inner) {
    return Arbitraries.oneOf(
        inner,
        inner.list().ofMaxSize(3).map(JsonPropertiesTest::array),
        Arbitraries.maps(Arbitraries.strings().withCharRange('a', 'z').ofMaxLength(4), inner)
            .ofMaxSize(3)
            .map(JsonPropertiesTest::object));
  }

  private static JsonNode array(List<JsonNode> elements) {
    ArrayNode array = NODES.arrayNode();
    elements.forEach(array::add);
    return array;
  }

  private static JsonNode object(Map<String, JsonNode> members) {
    ObjectNode object = NODES.objectNode();
    members.forEach(object::set);
    return object;
  }

  private static JsonNode shuffled(JsonNode value, Random random) {
    if (value instanceof ObjectNode object) {
      List<String> keys = new ArrayList<>();
      object.fieldNames().forEachRemaining(keys::add);
      Collections.shuffle(keys, random);
      ObjectNode copy = NODES.objectNode();
      keys.forEach(key -> copy.set(key, shuffled(object.get(key), random)));
      return copy;
    }
    if (value instanceof ArrayNode array) {
      ArrayNode copy = NODES.arrayNode();
      array.forEach(element -> copy.add(shuffled(element, random)));
      return copy;
    }
    return value;
  }
}
