package org.portcullis.storage.bean;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;
import org.portcullis.storage.bean.GateSettings.Reading;

class GateSettingsTest {

  @Test
  void takesStandardsForWhatIsNotSet() {
    GateSettings settings = usable(Map.of("portcullis.data", "/var/lib/gate"));

    assertThat(settings.keyFile()).isEqualTo(Path.of("/var/lib/gate/secret.key"));
    assertThat(settings.recordingWait()).isEqualTo(Duration.ofSeconds(5));
    assertThat(settings.recordingQueue()).isEqualTo(4096);
    assertThat(settings.sessionIdle()).isEqualTo(Duration.ofMinutes(30));
    assertThat(settings.cooldown()).isEqualTo(Duration.ofMinutes(10));
  }

  @Test
  void takesWhatIsSet() {
    GateSettings settings =
        usable(
            Map.of(
                "portcullis.data", "/d",
                "portcullis.keyfile", "/k",
                "portcullis.node", "left",
                "portcullis.recording.wait", " PT2S "));

    assertThat(settings.keyFile()).isEqualTo(Path.of("/k"));
    assertThat(settings.node()).isEqualTo("left");
    assertThat(settings.recordingWait()).isEqualTo(Duration.ofSeconds(2));
  }

  @Test
  void tellsEveryFaultInALineOfItsOwn() {
    Reading reading =
        GateSettings.read(
            config(
                Map.of(
                    "portcullis.recording.wait", "soon",
                    "portcullis.recording.queue", "1",
                    "portcullis.session.idle", "PT0S")));

    assertThat(reading)
        .isInstanceOfSatisfying(
            Reading.Faulty.class,
            faulty ->
                assertThat(faulty.faults())
                    .hasSize(4)
                    .anyMatch(line -> line.startsWith("portcullis.data: nothing"))
                    .anyMatch(line -> line.startsWith("portcullis.recording.wait: soon (expected:"))
                    .noneMatch(line -> line.contains("\n")));
  }

  private static GateSettings usable(Map<String, String> values) {
    return ((Reading.Usable) GateSettings.read(config(values))).settings();
  }

  private static Config config(Map<String, String> values) {
    return (Config)
        Proxy.newProxyInstance(
            Config.class.getClassLoader(),
            new Class<?>[] {Config.class},
            (proxy, method, arguments) ->
                method.getName().equals("getOptionalValue")
                    ? Optional.ofNullable(values.get((String) arguments[0]))
                    : null);
  }
}
