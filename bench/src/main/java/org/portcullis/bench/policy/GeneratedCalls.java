package org.portcullis.bench.policy;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;

/** Calls for a generated policy, made up from a seed as well. */
final class GeneratedCalls {

  private static final int LARGEST_AMOUNT = 1200;

  private final GeneratedPolicy policy;
  private final Random random;
  private final List<Call> callers = new ArrayList<>();

  /**
   * Calls to a policy.
   *
   * @param callers how many callers are at work, each on one connection
   */
  GeneratedCalls(GeneratedPolicy policy, int callers, long seed) {
    this.policy = policy;
    this.random = new Random(seed);
    for (int i = 0; i < callers; i++) {
      this.callers.add(caller(i));
    }
  }

  /** Calls of any kind, most of which nothing allows. */
  List<Call> any(int count) {
    return such(count, call -> true);
  }

  /** Calls that are allowed, where no rule that names them has a condition. */
  List<Call> allowedWithoutCondition(int count) {
    return such(count, call -> conditions(call) == 0 && allowed(call));
  }

  /** Calls that are allowed, where exactly one rule that names them has a condition. */
  List<Call> allowedWithOneCondition(int count) {
    return such(count, call -> conditions(call) == 1 && allowed(call));
  }

  /** What a policy comes to, read without any index. */
  boolean allowed(Call call) {
    List<Draft> speaking = own(call).stream().filter(rule -> rule.speaks(call)).toList();
    return !speaking.isEmpty() && speaking.stream().allMatch(Draft::allows);
  }

  private long conditions(Call call) {
    return own(call).stream().filter(rule -> rule.limit().isPresent() && rule.names(call)).count();
  }

  private List<Draft> own(Call call) {
    int each = policy.size().rulesPerRole();
    List<Draft> own = new ArrayList<>();
    // In order: that of a set differs from one JVM to the next.
    for (int role : call.roles().stream().sorted().toList()) {
      own.addAll(policy.rules().subList(role * each, (role + 1) * each));
    }
    return own;
  }

  private List<Call> such(int count, Predicate<Call> wanted) {
    List<Call> calls = new ArrayList<>();
    while (calls.size() < count) {
      Call call = call();
      if (wanted.test(call)) {
        calls.add(call);
      }
    }
    return calls;
  }

  /** Half of the calls are to a tool that some rule of the caller spells out. */
  private Call call() {
    Call caller = callers.get(random.nextInt(callers.size()));
    String tool = GeneratedPolicy.tool(random.nextInt(policy.size().tools()));
    if (random.nextBoolean()) {
      List<Draft> own = own(caller);
      String spelled = own.get(random.nextInt(own.size())).tool();
      tool = spelled.indexOf('*') < 0 ? spelled : tool;
    }
    return new Call(
        caller.user(),
        caller.groups(),
        caller.roles(),
        caller.connection(),
        tool,
        1 + random.nextInt(LARGEST_AMOUNT));
  }

  /** A caller has one or two groups whose roles are of one chain. */
  private Call caller(int number) {
    int first = random.nextInt(policy.size().roles());
    int second = first - first % GeneratedPolicy.CHAIN + random.nextInt(GeneratedPolicy.CHAIN);
    Set<Integer> groups = new LinkedHashSet<>(List.of(first));
    groups.add(second);
    Set<Integer> roles = new LinkedHashSet<>();
    groups.forEach(group -> addWithIncluded(group, roles));
    String connection = GeneratedPolicy.connection(random.nextInt(GeneratedPolicy.CONNECTIONS));
    return new Call("user-" + number, List.copyOf(groups), roles, connection, "", 0);
  }

  private static void addWithIncluded(int role, Set<Integer> roles) {
    for (Optional<Integer> next = Optional.of(role);
        next.isPresent();
        next = GeneratedPolicy.included(next.get())) {
      roles.add(next.get());
    }
  }
}
