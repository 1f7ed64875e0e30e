package org.portcullis.dissection;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.portcullis.command.Command;
import org.portcullis.connection.Connection;

/** Dissects each argument by what it holds. */
final class ArgumentDissection implements Dissection {

  private final ArgumentKinds kinds;
  private final Map<ArgumentKind, Dissector> dissectors;

  /** By connection; small, because connections are. */
  private final ConcurrentMap<String, Known> known = new ConcurrentHashMap<>();

  /** A dissection with what exactly these settings say. */
  private record Known(JsonNode settings, Dissection dissection) {}

  ArgumentDissection(ArgumentKinds kinds, Map<ArgumentKind, Dissector> dissectors) {
    this.kinds = kinds;
    this.dissectors = Map.copyOf(dissectors);
  }

  @Override
  public Command dissect(Command command) {
    return new Search(command, kinds, dissectors).run();
  }

  @Override
  public Dissection on(Connection connection) {
    JsonNode settings = connection.settings().path(ArgumentSettings.MEMBER);
    Known last = known.get(connection.name());
    if (last != null && last.settings().equals(settings)) {
      return last.dissection();
    }
    Dissection made =
        new ArgumentDissection(
            kinds.on(connection.name(), ArgumentSettings.read(settings)), dissectors);
    known.put(connection.name(), new Known(settings, made));
    return made;
  }
}
