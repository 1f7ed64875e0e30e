package org.portcullis.api.web;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The mappers that turn whatever goes wrong into problem documents. */
public final class ProblemMappers {

  private ProblemMappers() {}

  /** These classes of an application together with the mappers that every application needs. */
  public static Set<Class<?>> with(Class<?>... classes) {
    Set<Class<?>> all = new LinkedHashSet<>(List.of(classes));
    all.add(RefusedRequestMapper.class);
    all.add(UnavailableMapper.class);
    all.add(UnexpectedMapper.class);
    return all;
  }
}
