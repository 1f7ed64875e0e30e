package org.portcullis.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Entities are listed by hand, since scanning depends on the server; nobody may be forgotten. */
class PersistenceUnitTest {

  private static final Path UNIT =
      GateModule.EJB.folder().resolve("src/main/resources/META-INF/persistence.xml");

  @Test
  void listsEveryEntity() throws IOException {
    assertThat(listed()).containsExactlyInAnyOrderElementsOf(entities());
  }

  private static List<String> listed() throws IOException {
    return Pattern.compile("<class>\\s*([^<\\s]+)\\s*</class>")
        .matcher(Files.readString(UNIT))
        .results()
        .map(match -> match.group(1))
        .toList();
  }

  private static List<String> entities() {
    return GateModule.read(EnumSet.of(GateModule.EJB)).stream()
        .filter(
            type -> type.isAnnotatedWith(Entity.class) || type.isAnnotatedWith(Embeddable.class))
        .map(JavaClass::getName)
        .toList();
  }
}
