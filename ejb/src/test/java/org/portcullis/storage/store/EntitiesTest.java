package org.portcullis.storage.store;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.Entity;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EntitiesTest {

  @Test
  void everyEntityIsListedInThePersistenceUnit() throws IOException {
    assertThat(listed()).isNotEmpty().containsExactlyInAnyOrderElementsOf(entities());
  }

  private static List<String> listed() throws IOException {
    try (InputStream xml =
        EntitiesTest.class.getClassLoader().getResourceAsStream("META-INF/persistence.xml")) {
      String text = new String(xml.readAllBytes(), StandardCharsets.UTF_8);
      return Pattern.compile("<class>([^<]+)</class>")
          .matcher(text)
          .results()
          .map((MatchResult found) -> found.group(1))
          .toList();
    }
  }

  private static List<String> entities() throws IOException {
    Path classes = Path.of("target", "classes");
    try (Stream<Path> files = Files.walk(classes)) {
      return files
          .map(file -> classes.relativize(file).toString())
          .filter(file -> file.endsWith(".class"))
          .map(file -> file.replace(".class", "").replace('/', '.').replace('\\', '.'))
          .filter(EntitiesTest::isEntity)
          .toList();
    }
  }

  private static boolean isEntity(String name) {
    try {
      return Class.forName(name, false, EntitiesTest.class.getClassLoader())
          .isAnnotationPresent(Entity.class);
    } catch (ClassNotFoundException e) {
      throw new UncheckedIOException(new IOException(e));
    }
  }
}
