package org.portcullis.bench.policy;

import com.cedarpolicy.BasicAuthorizationEngine;
import com.cedarpolicy.model.AuthorizationRequest;
import com.cedarpolicy.model.AuthorizationResponse;
import com.cedarpolicy.model.entity.Entities;
import com.cedarpolicy.model.entity.Entity;
import com.cedarpolicy.model.exception.AuthException;
import com.cedarpolicy.model.policy.PolicySet;
import com.cedarpolicy.value.EntityTypeName;
import com.cedarpolicy.value.EntityUID;
import com.cedarpolicy.value.PrimLong;
import com.cedarpolicy.value.PrimString;
import com.cedarpolicy.value.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Cedar through cedar-java. The policy set is parsed once and kept on the native side; with a call
 * go only the caller and the caller's roles, and both are made beforehand.
 */
final class CedarEngine implements Engine {

  private static final EntityTypeName USER = type("User");
  private static final EntityTypeName ROLE = type("Role");
  private static final EntityTypeName TOOL = type("Tool");
  private static final EntityUID ACTION = new EntityUID(type("Action"), "call");

  private final BasicAuthorizationEngine engine = new BasicAuthorizationEngine();
  private final PolicySet policies;
  private final List<AuthorizationRequest> requests = new ArrayList<>();
  private final List<Entities> entities = new ArrayList<>();

  CedarEngine(GeneratedPolicy generated, List<Call> calls) throws Exception {
    policies =
        PolicySet.parsePolicies(
            generated.rules().stream()
                .map(CedarEngine::statement)
                .collect(Collectors.joining("\n")));
    policies.cache();
    for (Call call : calls) {
      requests.add(request(call));
      entities.add(entities(call));
    }
  }

  @Override
  public AuthorizationResponse decide(int call) throws AuthException {
    return engine.isAuthorized(requests.get(call), policies, entities.get(call));
  }

  @Override
  public boolean allows(Object answer) {
    return ((AuthorizationResponse) answer).success.orElseThrow().isAllowed();
  }

  private static String statement(Draft rule) {
    boolean literal = rule.tool().indexOf('*') < 0;
    List<String> conditions = new ArrayList<>();
    if (!literal) {
      conditions.add("context.tool like \"" + rule.tool() + "\"");
    }
    if (!rule.on().equals("*")) {
      String operator = rule.on().indexOf('*') < 0 ? "==" : "like";
      conditions.add("context.connection " + operator + " \"" + rule.on() + "\"");
    }
    rule.limit().ifPresent(most -> conditions.add("context.amount <= " + most));
    return "%s(principal in Role::\"%s\", action == Action::\"call\", resource%s)%s;"
        .formatted(
            rule.allows() ? "permit" : "forbid",
            GeneratedPolicy.name(rule.role()),
            literal ? " == Tool::\"" + rule.tool() + "\"" : "",
            conditions.isEmpty() ? "" : " when {" + String.join(" && ", conditions) + "}");
  }

  private static AuthorizationRequest request(Call call) {
    Map<String, Value> context =
        Map.of(
            "tool", new PrimString(call.tool()),
            "connection", new PrimString(call.connection()),
            "amount", new PrimLong(call.amount()));
    return new AuthorizationRequest(
        new EntityUID(USER, call.user()), ACTION, new EntityUID(TOOL, call.tool()), context);
  }

  private static Entities entities(Call call) {
    Set<Entity> slice = new HashSet<>();
    slice.add(
        new Entity(
            new EntityUID(USER, call.user()),
            call.groups().stream().map(CedarEngine::role).collect(Collectors.toSet())));
    for (int role : call.roles()) {
      Set<EntityUID> included =
          GeneratedPolicy.included(role).map(CedarEngine::role).map(Set::of).orElse(Set.of());
      slice.add(new Entity(role(role), included));
    }
    return new Entities(slice);
  }

  private static EntityUID role(int role) {
    return new EntityUID(ROLE, GeneratedPolicy.name(role));
  }

  private static EntityTypeName type(String name) {
    return EntityTypeName.parse(name).orElseThrow();
  }
}
