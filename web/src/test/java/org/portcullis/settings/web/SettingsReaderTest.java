package org.portcullis.settings.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsReaderTest {

  @Test
  void standsOnDefaultsThatAreSafe() {
    SettingsReader reader = reader(Map.of());

    GateSettings settings = reader.read();

    assertThat(reader.faults()).isEmpty();
    assertThat(settings.bodyLimit()).isEqualTo(4 * 1024 * 1024);
    assertThat(settings.publicUrl()).isEqualTo(URI.create("https://localhost:9443"));
    assertThat(settings.bootstrapAdminGroup()).isEmpty();
    assertThat(settings.allowedOrigins()).isEmpty();
    assertThat(settings.upstream().answerLimit()).isEqualTo(16 * 1024 * 1024);
  }

  @Test
  void readsWhatIsSet() {
    SettingsReader reader =
        reader(
            Map.of(
                "portcullis.body.limit", " 2048 ",
                "portcullis.public.url", "https://gate.example/",
                "portcullis.bootstrap.admin.group", "platform",
                "portcullis.allowed.origins", "https://a.example, http://localhost:3000",
                "portcullis.streams.keepalive", "PT15S"));

    GateSettings settings = reader.read();

    assertThat(reader.faults()).isEmpty();
    assertThat(settings.bodyLimit()).isEqualTo(2048);
    assertThat(settings.publicUrl()).isEqualTo(URI.create("https://gate.example"));
    assertThat(settings.bootstrapAdminGroup()).contains("platform");
    assertThat(settings.allowedOrigins())
        .containsExactlyInAnyOrder("https://a.example", "http://localhost:3000");
    assertThat(settings.streams().keepAlive()).isEqualTo(Duration.ofSeconds(15));
  }

  @Test
  void readsACatalogueOfOnesOwn(@TempDir Path folder) throws IOException {
    Path good = Files.writeString(folder.resolve("good.tsv"), "# mine\nnotes\tfind\tpath\ttext\n");
    Path bad = Files.writeString(folder.resolve("bad.tsv"), "\nnotes\tfind\tpath\nx\ty\tz\tsgl\n");

    SettingsReader reader = reader(Map.of("portcullis.catalogue", good.toString()));
    reader.read();
    assertThat(reader.faults()).isEmpty();

    SettingsReader faulty = reader(Map.of("portcullis.catalogue", bad.toString()));
    faulty.read();
    assertThat(faulty.faults())
        .satisfiesExactly(
            fault -> assertThat(fault).contains("bad.tsv: line 2: "),
            fault -> assertThat(fault).contains("bad.tsv: line 3: "));

    SettingsReader missing = reader(Map.of("portcullis.catalogue", folder.resolve("x").toString()));
    missing.read();
    assertThat(missing.faults()).hasSize(1);
  }

  @Test
  void namesEveryFaultOnALineOfItsOwn() {
    SettingsReader reader =
        reader(
            Map.of(
                "portcullis.body.limit", "4MiB",
                "portcullis.upstream.connections", "0",
                "portcullis.upstream.answer.timeout", "60",
                "portcullis.allowed.origins", "*",
                "portcullis.public.url", "gate.example/console"));

    reader.read();

    assertThat(reader.faults())
        .hasSize(5)
        .anyMatch(fault -> fault.startsWith("portcullis.body.limit: 4MiB (expected: "))
        .anyMatch(fault -> fault.startsWith("portcullis.upstream.connections: 0 (expected: "))
        .anyMatch(fault -> fault.startsWith("portcullis.upstream.answer.timeout: 60 (expected: "))
        .anyMatch(fault -> fault.startsWith("portcullis.allowed.origins: * (expected: "))
        .anyMatch(fault -> fault.startsWith("portcullis.public.url: gate.example/console"));
  }

  private static SettingsReader reader(Map<String, String> set) {
    return new SettingsReader(name -> Optional.ofNullable(set.get(name)));
  }
}
