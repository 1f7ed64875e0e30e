package org.portcullis.policy.condition;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;
import java.util.Optional;

/** What conditions know about their variables, so that a misspelled member is found when read. */
final class ConditionTypes implements CelTypeProvider {

  static final CelType CALLER =
      struct(
          "portcullis.Caller",
          ImmutableMap.of(
              "name", SimpleType.STRING,
              "subject", SimpleType.STRING,
              "client", SimpleType.STRING,
              "groups", ListType.create(SimpleType.STRING),
              "roles", ListType.create(SimpleType.STRING)));

  static final CelType COMMAND =
      struct(
          "portcullis.Command",
          ImmutableMap.of("name", SimpleType.STRING, "kind", SimpleType.STRING));

  static final CelType CONNECTION =
      struct(
          "portcullis.Connection",
          ImmutableMap.of(
              "name",
              SimpleType.STRING,
              "labels",
              MapType.create(SimpleType.STRING, SimpleType.STRING)));

  static final CelType SESSION =
      struct("portcullis.Session", ImmutableMap.of("id", SimpleType.STRING));

  /** The members of all of them, as messages list them. */
  static final String MEMBERS =
      "name, subject, client, groups, roles of caller; name, kind of command;"
          + " name, labels of connection; id of session";

  private static final ImmutableList<CelType> ALL =
      ImmutableList.of(CALLER, COMMAND, CONNECTION, SESSION);

  @Override
  public ImmutableList<CelType> types() {
    return ALL;
  }

  @Override
  public Optional<CelType> findType(String name) {
    return ALL.stream().filter(type -> type.name().equals(name)).findFirst();
  }

  private static CelType struct(String name, ImmutableMap<String, CelType> members) {
    return StructType.create(
        name, members.keySet(), member -> Optional.ofNullable(members.get(member)));
  }
}
