package org.portcullis.protocol.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import org.portcullis.command.Command;
import org.portcullis.json.StrictJson;
import org.portcullis.protocol.Answer;

/**
 * The messages of one POST.
 *
 * @param list in the order in which they came; not empty
 * @param batch whether they came in an array and are answered in one
 */
record Steps(List<Step> list, boolean batch) {

  Steps {
    list = List.copyOf(list);
  }

  /** Those that the client waits for. */
  List<Step> requests() {
    return list.stream().filter(Step::isRequest).toList();
  }

  List<Command> commands() {
    return list.stream().flatMap(step -> step.commandIfAny().stream()).toList();
  }

  String label() {
    String first = list.get(0).method().label();
    return batch ? "batch of " + list.size() + ", first " + first : first;
  }

  /** The body that goes upstream, with the commands as they were decided. */
  byte[] body(List<Command> decided) {
    Iterator<Command> next = decided.iterator();
    List<ObjectNode> messages = new ArrayList<>();
    for (Step step : list) {
      messages.add(step.message(step.command() == null ? null : next.next()));
    }
    return StrictJson.write(batch ? array(messages) : messages.get(0));
  }

  /** An answer that gives each request its own message, written by this function. */
  Answer.Whole answer(Function<Step, ? extends JsonNode> message) {
    List<? extends JsonNode> messages = requests().stream().map(message).toList();
    return JsonRpc.answer(200, batch ? array(messages) : messages.get(0));
  }

  private static ArrayNode array(List<? extends JsonNode> messages) {
    ArrayNode array = StrictJson.mapperForNodes().createArrayNode();
    messages.forEach(array::add);
    return array;
  }
}
