package org.portcullis.storage.bean;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.Config;

/**
 * The settings of the beans, from MicroProfile Config.
 *
 * @param data {@code portcullis.data}: the folder where state lives
 * @param keyFile {@code portcullis.keyfile}: the keys of what is stored encrypted; the same file on
 *     every node; by default {@code secret.key} in the data folder
 * @param node {@code portcullis.node}: this node's name, its own on every node
 * @param recordingWait {@code portcullis.recording.wait}: how long a call waits for its record
 * @param recordingQueue {@code portcullis.recording.queue}: how many events may wait
 * @param sessionIdle {@code portcullis.session.idle}: after how long without a call the session of
 *     a protocol without session ids is over
 * @param sessionAbandoned {@code portcullis.session.abandoned}: after how long any other session is
 * @param cooldown {@code portcullis.approval.cooldown}: how long a denial answers the same call
 */
public record GateSettings(
    Path data,
    Path keyFile,
    String node,
    Duration recordingWait,
    int recordingQueue,
    Duration sessionIdle,
    Duration sessionAbandoned,
    Duration cooldown) {

  /** What reading came to. */
  public sealed interface Reading {

    /** Every setting is usable. */
    record Usable(GateSettings settings) implements Reading {}

    /** Some are not; one line for each. */
    record Faulty(List<String> faults) implements Reading {}
  }

  /** Reads and checks every setting. */
  public static Reading read(Config config) {
    SettingsReader reader = new SettingsReader(config);
    Path data = reader.path("portcullis.data", null);
    GateSettings settings =
        new GateSettings(
            data,
            reader.path("portcullis.keyfile", data.resolve("secret.key")),
            reader.text("portcullis.node", "gate"),
            reader.duration("portcullis.recording.wait", "PT5S", "PT0.1S", "PT1M"),
            reader.number("portcullis.recording.queue", 4096, 16, 1_000_000),
            reader.duration("portcullis.session.idle", "PT30M", "PT1S", "P7D"),
            reader.duration("portcullis.session.abandoned", "PT24H", "PT1S", "P30D"),
            reader.duration("portcullis.approval.cooldown", "PT10M", "PT0S", "P1D"));
    return reader.faults().isEmpty()
        ? new Reading.Usable(settings)
        : new Reading.Faulty(reader.faults());
  }

  /** The settings of a gate whose start has checked them. */
  public static GateSettings checked(Config config) {
    if (read(config) instanceof Reading.Usable usable) {
      return usable.settings();
    }
    throw new IllegalStateException("settings: faulty (expected: checked at start)");
  }
}
