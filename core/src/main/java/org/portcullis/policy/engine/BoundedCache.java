package org.portcullis.policy.engine;

import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Keeps what is costly to make and cheap to make again. When it is full it starts anew, so that no
 * flood of keys can fill the memory. Safe for use by many threads; a value may be made twice.
 */
final class BoundedCache<K, V> {

  private final ConcurrentHashMap<K, V> values = new ConcurrentHashMap<>();
  private final int limit;

  BoundedCache(int limit) {
    this.limit = limit;
  }

  V get(K key, Function<? super K, ? extends V> make) {
    V known = values.get(key);
    if (known != null) {
      return known;
    }
    V made = make.apply(key);
    if (values.size() >= limit) {
      values.clear();
    }
    values.put(key, made);
    return made;
  }
}
