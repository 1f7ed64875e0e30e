package org.portcullis.policy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Cases that stand in data files. */
final class TestData {

  private TestData() {}

  /** A file of this package: a list of mappings. */
  @SuppressWarnings("unchecked")
  static List<Map<String, Object>> read(String file) {
    try (InputStream in = TestData.class.getResourceAsStream(file)) {
      return (List<Map<String, Object>>)
          new Load(LoadSettings.builder().build()).loadFromInputStream(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String text(Map<String, Object> data, String key, String otherwise) {
    return (String) data.getOrDefault(key, otherwise);
  }

  @SuppressWarnings("unchecked")
  static List<String> texts(Map<String, Object> data, String key) {
    return (List<String>) data.getOrDefault(key, List.of());
  }

  @SuppressWarnings("unchecked")
  static List<Map<String, Object>> list(Map<String, Object> data, String key) {
    return (List<Map<String, Object>>) data.getOrDefault(key, List.of());
  }

  @SuppressWarnings("unchecked")
  static Map<String, String> map(Map<String, Object> data, String key) {
    return (Map<String, String>) data.getOrDefault(key, Map.of());
  }
}
