package org.portcullis.demo.desk;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.portcullis.demo.json.Json;

/**
 * {@code POST /runs}: a whole ReAct run in one body, several commands in one call. The body is
 * {@code {"agent":"desk","steps":[{"thought":…,"action":…,"action_input":{…}},…]}}; each step is
 * executed in order and answered by its action and observation. A step that fails does not stop the
 * next one, as a planning agent would expect.
 */
final class RunsServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final int LARGEST_BODY = 1 << 20;
  private static final int MOST_STEPS = 50;

  private final transient DeskTools tools;

  RunsServlet(DeskTools tools) {
    this.tools = tools;
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    byte[] body = request.getInputStream().readNBytes(LARGEST_BODY + 1);
    if (body.length > LARGEST_BODY) {
      Answers.send(response, 413, Map.of("error", "the body is larger than 1 MiB"));
      return;
    }
    Optional<List<Step>> steps = steps(new String(body, StandardCharsets.UTF_8));
    if (steps.isEmpty()) {
      Answers.send(
          response,
          400,
          Map.of("error", "expected: {\"agent\":\"desk\",\"steps\":[{\"action\":…}]}, 1 to 50"));
      return;
    }
    Answers.send(response, 200, Map.of("steps", steps.get().stream().map(this::run).toList()));
  }

  private Map<String, Object> run(Step step) {
    ToolAnswer answer = tools.call(step.action(), step.input(), Progress.NONE);
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("action", step.action());
    json.put(
        "observation",
        answer instanceof ToolAnswer.Done done
            ? done.content()
            : Map.of("error", ((ToolAnswer.Failed) answer).message()));
    return json;
  }

  /** The steps, or nothing if the body is not exactly what is expected. */
  private static Optional<List<Step>> steps(String body) {
    Map<String, Object> run;
    try {
      run = Json.object(body);
    } catch (IOException e) {
      return Optional.empty();
    }
    if (!"desk".equals(run.get("agent")) || !(run.get("steps") instanceof List<?> items)) {
      return Optional.empty();
    }
    List<Step> steps = new ArrayList<>();
    for (Object item : items) {
      Step.from(item).ifPresent(steps::add);
    }
    boolean whole = steps.size() == items.size() && !steps.isEmpty() && steps.size() <= MOST_STEPS;
    return whole ? Optional.of(steps) : Optional.empty();
  }

  private record Step(String action, Map<String, Object> input) {

    @SuppressWarnings("unchecked") // a JSON object has text keys
    static Optional<Step> from(Object item) {
      if (item instanceof Map<?, ?> step
          && step.get("action") instanceof String action
          && step.get("action_input") instanceof Map<?, ?> input) {
        return Optional.of(new Step(action, (Map<String, Object>) input));
      }
      return Optional.empty();
    }
  }
}
