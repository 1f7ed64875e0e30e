package org.portcullis.bench.policy;

import com.googlecode.aviator.runtime.function.FunctionUtils;
import com.googlecode.aviator.runtime.type.AviatorBoolean;
import com.googlecode.aviator.runtime.type.AviatorObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.casbin.jcasbin.main.Enforcer;
import org.casbin.jcasbin.model.Model;
import org.casbin.jcasbin.util.function.CustomFunction;
import org.portcullis.policy.Glob;

/**
 * jCasbin with its usual model of roles: a rule is a policy line, the strictest of two effects
 * wins, logging is off, roles are linked in memory.
 */
final class CasbinEngine implements Engine {

  private static final String MODEL =
      """
      [request_definition]
      r = sub, con, tool, amount

      [policy_definition]
      p = sub, con, tool, most, eft

      [role_definition]
      g = _, _

      [policy_effect]
      e = some(where (p.eft == allow)) && !some(where (p.eft == deny))

      [matchers]
      m = g(r.sub, p.sub) && (p.tool == r.tool || like(r.tool, p.tool)) \
      && like(r.con, p.con) && (p.most == "any" || r.amount <= long(p.most))
      """;

  private final Enforcer enforcer;
  private final Object[][] requests;

  CasbinEngine(GeneratedPolicy generated, List<Call> calls) {
    Model model = new Model();
    model.loadModelFromText(MODEL);
    enforcer = new Enforcer(model);
    enforcer.enableLog(false);
    enforcer.enableAutoSave(false);
    enforcer.addFunction("like", new Like());
    enforcer.addPolicies(generated.rules().stream().map(CasbinEngine::line).toList());
    Set<List<String>> links = new LinkedHashSet<>();
    IntStream.range(0, generated.size().roles()).forEach(role -> include(role, links));
    for (Call call : calls) {
      call.groups().forEach(group -> links.add(List.of(call.user(), GeneratedPolicy.name(group))));
    }
    enforcer.addGroupingPolicies(new ArrayList<>(links));
    requests =
        calls.stream()
            .map(
                call ->
                    new Object[] {
                      call.user(), call.connection(), call.tool(), (long) call.amount()
                    })
            .toArray(Object[][]::new);
  }

  @Override
  public Boolean decide(int call) {
    return enforcer.enforce(requests[call]);
  }

  @Override
  public boolean allows(Object answer) {
    return (Boolean) answer;
  }

  private static void include(int role, Set<List<String>> links) {
    GeneratedPolicy.included(role)
        .ifPresent(
            other -> links.add(List.of(GeneratedPolicy.name(role), GeneratedPolicy.name(other))));
  }

  private static List<String> line(Draft rule) {
    return List.of(
        GeneratedPolicy.name(rule.role()),
        rule.on(),
        rule.tool(),
        rule.limit().map(most -> Integer.toString(most)).orElse("any"),
        rule.allows() ? "allow" : "deny");
  }

  /** A pattern that was read before; quicker than the functions jCasbin brings along. */
  private static final class Like extends CustomFunction {

    private static final long serialVersionUID = 1;

    private final transient Map<String, Glob> globs = new HashMap<>();

    @Override
    public String getName() {
      return "like";
    }

    @Override
    public AviatorObject call(
        Map<String, Object> variables, AviatorObject text, AviatorObject pattern) {
      Glob glob = globs.computeIfAbsent(FunctionUtils.getStringValue(pattern, variables), Glob::of);
      return AviatorBoolean.valueOf(glob.matches(FunctionUtils.getStringValue(text, variables)));
    }
  }
}
