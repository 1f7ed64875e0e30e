package org.portcullis.settings.web;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.portcullis.dissection.Catalogue;
import org.portcullis.settings.web.GateSettings.StreamSettings;
import org.portcullis.settings.web.GateSettings.UpstreamSettings;

/** Reads settings and collects every fault, so that an operator sees them all at once. */
final class SettingsReader {

  private static final String CATALOGUE = "portcullis.catalogue";
  private static final int KIBI = 1024;
  private static final int MEBI = 1024 * KIBI;
  private static final int MOST_BYTES = 1024 * MEBI;
  private static final Duration LONGEST = Duration.ofHours(1);

  /** An origin as browsers send it (RFC 6454, section 6.2). */
  private static final Pattern ORIGIN = Pattern.compile("https?://[a-z0-9.\\[\\]:-]{1,260}");

  private final Function<String, Optional<String>> source;
  private final List<String> faults = new ArrayList<>();

  /**
   * @param source the value of a setting by its name; empty where it is not set
   */
  SettingsReader(Function<String, Optional<String>> source) {
    this.source = source;
  }

  /** Reads every setting; the result may be used only when there are no {@link #faults}. */
  GateSettings read() {
    return new GateSettings(
        number("portcullis.body.limit", 4 * MEBI, KIBI, MOST_BYTES),
        publicUrl(),
        source.apply("portcullis.bootstrap.admin.group").filter(group -> !group.isBlank()),
        number("portcullis.refusals.per.second", 10, 1, 1000),
        origins(),
        catalogue(),
        upstream(),
        streams());
  }

  /** One line a fault, in the form {@code name: value (expected: …)}. */
  List<String> faults() {
    return List.copyOf(faults);
  }

  /** Lines of the operator's own file count more than what the gate knows by itself. */
  private Catalogue catalogue() {
    Catalogue standard = Catalogue.standard();
    Optional<String> file = source.apply(CATALOGUE).filter(name -> !name.isBlank());
    if (file.isEmpty()) {
      return standard;
    }
    try {
      Catalogue.Reading reading = Catalogue.read(Files.readAllLines(Path.of(file.get().strip())));
      if (reading instanceof Catalogue.Reading.Read read) {
        return standard.with(read.catalogue());
      }
      ((Catalogue.Reading.Faulty) reading)
          .faults()
          .forEach(fault -> faults.add(CATALOGUE + ": " + file.get() + ": " + fault));
    } catch (IOException | InvalidPathException e) {
      faults.add(CATALOGUE + ": " + file.get() + " (expected: a file that can be read)");
    }
    return standard;
  }

  private UpstreamSettings upstream() {
    return new UpstreamSettings(
        duration("portcullis.upstream.connect.timeout", Duration.ofSeconds(5)),
        duration("portcullis.upstream.answer.timeout", Duration.ofSeconds(60)),
        duration("portcullis.upstream.whole.timeout", Duration.ofMinutes(5)),
        number("portcullis.upstream.answer.limit", 16 * MEBI, KIBI, MOST_BYTES),
        number("portcullis.upstream.connections", 256, 1, 10_000));
  }

  private StreamSettings streams() {
    return new StreamSettings(
        number("portcullis.streams.event.limit", 4 * MEBI, KIBI, MOST_BYTES),
        number("portcullis.streams.limit", 500, 1, 100_000),
        number("portcullis.streams.per.caller", 50, 1, 100_000),
        duration("portcullis.streams.keepalive", Duration.ofSeconds(5)));
  }

  private int number(String name, int usual, int least, int most) {
    Optional<String> text = source.apply(name);
    if (text.isEmpty()) {
      return usual;
    }
    try {
      int value = Integer.parseInt(text.get().strip());
      if (value >= least && value <= most) {
        return value;
      }
    } catch (NumberFormatException e) {
      // Falls through to the fault that both cases share.
    }
    faults.add(
        name
            + ": "
            + text.get()
            + " (expected: a whole number from "
            + least
            + " to "
            + most
            + ")");
    return usual;
  }

  private Duration duration(String name, Duration usual) {
    Optional<String> text = source.apply(name);
    if (text.isEmpty()) {
      return usual;
    }
    try {
      Duration value = Duration.parse(text.get().strip());
      if (value.compareTo(Duration.ofMillis(100)) >= 0 && value.compareTo(LONGEST) <= 0) {
        return value;
      }
    } catch (DateTimeParseException e) {
      // Falls through to the fault that both cases share.
    }
    faults.add(name + ": " + text.get() + " (expected: a duration from PT0.1S to PT1H)");
    return usual;
  }

  private Set<String> origins() {
    String name = "portcullis.allowed.origins";
    Set<String> origins = new LinkedHashSet<>();
    for (String origin : source.apply(name).orElse("").split(",", -1)) {
      if (!origin.isBlank()) {
        origins.add(origin.strip());
      }
    }
    origins.stream()
        .filter(origin -> !ORIGIN.matcher(origin).matches())
        .forEach(origin -> faults.add(name + ": " + origin + " (expected: https://host[:port])"));
    return origins;
  }

  private URI publicUrl() {
    String port = source.apply("portcullis.https.port").orElse("9443");
    String name = "portcullis.public.url";
    String text = source.apply(name).orElse("https://localhost:" + port);
    try {
      URI url = new URI(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
      if (isAddress(url)) {
        return url;
      }
    } catch (URISyntaxException e) {
      // Falls through to the fault that both cases share.
    }
    faults.add(name + ": " + text + " (expected: http or https, host and port, nothing more)");
    return URI.create("https://localhost:9443");
  }

  private static boolean isAddress(URI url) {
    return ("https".equals(url.getScheme()) || "http".equals(url.getScheme()))
        && url.getHost() != null
        && url.getRawUserInfo() == null
        && url.getRawPath().isEmpty()
        && url.getRawQuery() == null
        && url.getRawFragment() == null;
  }
}
