package org.portcullis.dissection;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.portcullis.command.Command;
import org.portcullis.command.CommandName;
import org.portcullis.dissection.message.AddressList;
import org.portcullis.dissection.message.Recipient;
import org.portcullis.json.StrictJson;

/**
 * Recipients of messages: {@code message:send:ADDRESS} for each of them, or {@code
 * message:opaque:*}. The command's arguments are {@code address}, {@code local} and {@code domain};
 * the last two are empty where there is no mail address.
 */
final class RecipientDissector implements Dissector {

  private static final String SEND = "message:send:";

  @Override
  public List<Command> dissect(Argument argument) {
    Optional<List<Recipient>> recipients = AddressList.read(argument.text());
    if (recipients.isEmpty()) {
      return List.of(opaque(argument));
    }
    return recipients.get().stream().map(recipient -> command(argument, recipient)).toList();
  }

  private static Command command(Argument argument, Recipient recipient) {
    String name = SEND + recipient.address();
    return CommandName.isValid(name)
        ? Command.of(new CommandName(name), arguments(recipient), argument.wholePointer())
        : opaque(argument);
  }

  private static Command opaque(Argument argument) {
    return Command.of(
        CommandName.opaque(ArgumentKind.RECIPIENT.label()),
        arguments(new Recipient(argument.text(), "", "")),
        argument.wholePointer());
  }

  private static ObjectNode arguments(Recipient recipient) {
    return StrictJson.object()
        .put("address", recipient.address())
        .put("local", recipient.local())
        .put("domain", recipient.domain());
  }
}
