package org.portcullis.dissection;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.portcullis.dissection.ArgumentNames.Named;
import org.portcullis.json.StrictJson;

class NameTest {

  @Test
  void isReadOnceForAllElementsOfAList() {
    AtomicInteger readings = new AtomicInteger();

    List<Place> elements = new Place(null, "", new Name(""), lists()).below().get(0).below();
    List<Place> all = elements.stream().flatMap(list -> list.below().stream()).toList();
    all.forEach(
        place ->
            place
                .name()
                .said(
                    name -> {
                      readings.incrementAndGet();
                      return new Named(Optional.empty(), Set.of());
                    }));

    assertThat(all).hasSize(4);
    assertThat(readings).hasValue(1);
  }

  @Test
  void leavesOutWhatTellsSpellingsApart() {
    assertThat(new Name("File_Path-2").plain()).isEqualTo("filepath2");
    assertThat(new Name("File_Path-2").lowerCase()).isEqualTo("file_path-2");
  }

  private static JsonNode lists() {
    return ((StrictJson.Reading.Value) StrictJson.read("{\"k\":[[1,2],[3,4]]}")).node();
  }
}
