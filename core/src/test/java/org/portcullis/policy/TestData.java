package org.portcullis.policy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Cases that stand in data files. */
public final class TestData {

  private TestData() {}

  /** A file beside a test: a list of mappings. */
  @SuppressWarnings("unchecked")
  public static List<Map<String, Object>> read(Class<?> test, String file) {
    try (InputStream in = test.getResourceAsStream(file)) {
      return (List<Map<String, Object>>)
          new Load(LoadSettings.builder().build()).loadFromInputStream(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static String text(Map<String, Object> data, String key, String otherwise) {
    return (String) data.getOrDefault(key, otherwise);
  }

  @SuppressWarnings("unchecked")
  public static List<String> texts(Map<String, Object> data, String key) {
    return (List<String>) data.getOrDefault(key, List.of());
  }

  @SuppressWarnings("unchecked")
  public static List<Map<String, Object>> list(Map<String, Object> data, String key) {
    return (List<Map<String, Object>>) data.getOrDefault(key, List.of());
  }

  @SuppressWarnings("unchecked")
  public static Map<String, String> map(Map<String, Object> data, String key) {
    return (Map<String, String>) data.getOrDefault(key, Map.of());
  }
}
