package org.portcullis.policy.document;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.portcullis.policy.document.YamlNode.Entry;
import org.portcullis.policy.document.YamlNode.Mapping;
import org.portcullis.policy.document.YamlNode.Scalar;
import org.portcullis.policy.document.YamlNode.Sequence;

/** Where the parts of a YAML document stand, for tools that speak about it. Immutable. */
public final class PolicyPlaces {

  private static final int MAX_CODE_POINTS = 1024 * 1024;
  private static final Place BEGIN = new Place(1, 1);

  private final @Nullable YamlNode root;

  private PolicyPlaces(@Nullable YamlNode root) {
    this.root = root;
  }

  /**
   * A place in a document.
   *
   * @param line from 1
   * @param column from 1, in code points
   */
  public record Place(int line, int column) {}

  /** The places of a document; of one that cannot be read only its beginning is known. */
  public static PolicyPlaces of(String yaml) {
    return new PolicyPlaces(
        YamlTree.of(yaml, MAX_CODE_POINTS) instanceof YamlTree.Built.Tree tree
            ? tree.root().orElse(null)
            : null);
  }

  /**
   * Where a part stands: a single value itself, of a list or mapping the key that names it. What is
   * not there has the place of the nearest part around it.
   *
   * @param steps the way from the top: keys as texts, indices as integers from 0
   */
  public Place at(Object... steps) {
    YamlNode node = root;
    Place place = BEGIN;
    for (Object step : steps) {
      Optional<Found> found = node == null ? Optional.empty() : below(node, step);
      if (found.isEmpty()) {
        return place;
      }
      node = found.get().value();
      place = found.get().place();
    }
    return place;
  }

  private static Optional<Found> below(YamlNode node, Object step) {
    if (node instanceof Sequence sequence && step instanceof Integer index) {
      return index < sequence.elements().size()
          ? Optional.of(found(sequence.elements().get(index), sequence.elements().get(index)))
          : Optional.empty();
    }
    if (node instanceof Mapping mapping) {
      for (Entry entry : mapping.entries()) {
        if (entry.key().text().equals(step)) {
          YamlNode shown = entry.value() instanceof Scalar ? entry.value() : entry.key();
          return Optional.of(found(entry.value(), shown));
        }
      }
    }
    return Optional.empty();
  }

  private static Found found(YamlNode value, YamlNode shown) {
    return new Found(value, new Place(shown.line(), shown.column()));
  }

  private record Found(YamlNode value, Place place) {}
}
