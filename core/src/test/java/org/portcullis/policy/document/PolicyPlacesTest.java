package org.portcullis.policy.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.portcullis.policy.document.PolicyPlaces.Place;

class PolicyPlacesTest {

  private final PolicyPlaces places =
      PolicyPlaces.of(
          """
          version: 1
          roles:
            a.b:
              rules:
                - id: x
                  commands: [one, two]
          """);

  @Test
  void knowsValuesAndTheKeysOfWhatHoldsMore() {
    assertThat(places.at("roles", "a.b", "rules", 0, "id")).isEqualTo(new Place(5, 13));
    assertThat(places.at("roles", "a.b", "rules", 0, "commands", 1)).isEqualTo(new Place(6, 25));
    assertThat(places.at("roles", "a.b")).isEqualTo(new Place(3, 3));
  }

  @Test
  void givesTheNearestPlaceForWhatIsNotThere() {
    assertThat(places.at("roles", "a.b", "rules", 0, "when")).isEqualTo(new Place(5, 9));
    assertThat(places.at("nothing")).isEqualTo(new Place(1, 1));
    assertThat(PolicyPlaces.of("]").at("roles")).isEqualTo(new Place(1, 1));
  }
}
