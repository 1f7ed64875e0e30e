package org.portcullis.dissection.sql;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.sf.jsqlparser.parser.Node;
import net.sf.jsqlparser.parser.Token;
import org.jspecify.annotations.Nullable;

/**
 * Walks the parser's trees over the fields of their nodes. A visitor finds what its author thought
 * of; a subquery in a place that nobody thought of would be a read that nobody decided about. Here
 * no place can be left out.
 */
final class AstNodes {

  private static final String PACKAGE = "net.sf.jsqlparser.";

  private static final ClassValue<List<Field>> FIELDS =
      new ClassValue<>() {
        @Override
        protected List<Field> computeValue(Class<?> type) {
          return fields(type);
        }
      };

  private AstNodes() {}

  /** The nodes directly below a node, in no particular order. */
  static List<Object> children(Object node) {
    List<Object> children = new ArrayList<>();
    for (Field field : FIELDS.get(node.getClass())) {
      add(value(field, node), children);
    }
    if (node instanceof Iterable<?> list) {
      list.forEach(element -> add(element, children));
    }
    return children;
  }

  private static void add(@Nullable Object value, List<Object> children) {
    if (value instanceof Map<?, ?> map) {
      add(map.keySet(), children);
      add(map.values(), children);
    } else if (value instanceof Map.Entry<?, ?> entry) {
      add(entry.getKey(), children);
      add(entry.getValue(), children);
    } else if (value instanceof Optional<?> optional) {
      add(optional.orElse(null), children);
    } else if (value instanceof Object[] array) {
      add(List.of(array), children);
    } else if (value != null && isNode(value)) {
      children.add(value);
    } else if (value instanceof Iterable<?> list) {
      list.forEach(element -> add(element, children));
    }
  }

  private static boolean isNode(Object value) {
    return value.getClass().getName().startsWith(PACKAGE)
        && !(value instanceof Enum)
        && !(value instanceof Node)
        && !(value instanceof Token);
  }

  private static List<Field> fields(Class<?> type) {
    List<Field> fields = new ArrayList<>();
    for (Class<?> c = type; c != null && c.getName().startsWith(PACKAGE); c = c.getSuperclass()) {
      for (Field field : c.getDeclaredFields()) {
        boolean plain = field.getType().isPrimitive() || field.getType() == String.class;
        if (!plain && !Modifier.isStatic(field.getModifiers())) {
          field.setAccessible(true);
          fields.add(field);
        }
      }
    }
    return fields;
  }

  private static @Nullable Object value(Field field, Object node) {
    try {
      return field.get(node);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("every field was made accessible", e);
    }
  }
}
