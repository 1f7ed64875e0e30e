package org.portcullis.tools;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.portcullis.policy.Role;
import org.portcullis.policy.Rule;
import org.portcullis.policy.document.PolicyPlaces;
import org.portcullis.policy.document.PolicyReader;
import org.portcullis.policy.document.PolicyReading;
import org.portcullis.policy.engine.CompiledPolicy;

/**
 * A policy from a file.
 *
 * @param name the file, as it was given
 * @param text what it holds
 */
public record PolicyFile(String name, String text, CompiledPolicy policy, PolicyPlaces places) {

  /** Reads a policy that has to be in order; its faults are the message of what is thrown. */
  public static PolicyFile read(String name) {
    String text = text(name);
    PolicyReading reading = PolicyReader.read(text);
    if (reading instanceof PolicyReading.Faulty faulty) {
      throw new Unusable(
          faulty.faults().stream()
              .map(fault -> name + ":" + fault)
              .collect(Collectors.joining("\n")));
    }
    return new PolicyFile(
        name, text, ((PolicyReading.Read) reading).policy(), PolicyPlaces.of(text));
  }

  /** The text of a file in UTF-8. */
  public static String text(String name) {
    try {
      return Files.readString(Path.of(name), StandardCharsets.UTF_8);
    } catch (NoSuchFileException e) {
      throw new Unusable(name + ": no such file", e);
    } catch (CharacterCodingException e) {
      throw new Unusable(name + ": not UTF-8", e);
    } catch (IOException e) {
      throw new Unusable(name + ": cannot be read", e);
    }
  }

  /** Writes a file that was asked for. */
  public static void write(String name, String text) {
    try {
      Files.writeString(Path.of(name), text, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new Unusable(name + ": cannot be written", e);
    }
  }

  /** The line at which a rule begins; 0 for a rule that the policy does not have. */
  public int lineOf(String rule) {
    for (Role role : policy.content().roles().values()) {
      for (int i = 0; i < role.rules().size(); i++) {
        Rule each = role.rules().get(i);
        if (each.id().equals(rule)) {
          return places.at("roles", role.name(), "rules", i, "id").line();
        }
      }
    }
    return 0;
  }
}
