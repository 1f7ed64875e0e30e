package org.portcullis.demo.desk;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;

/** {@code send_mail}: puts a mail into the outbox table, which is as far as mail goes here. */
final class SendMailTool implements Tool {
  private final CustomerDatabase database;
  private final EffectLog effects;

  SendMailTool(CustomerDatabase database, EffectLog effects) {
    this.database = database;
    this.effects = effects;
  }

  @Override
  public ToolAnswer call(Map<String, Object> arguments, Progress progress) throws SQLException {
    String to = (String) arguments.get("to");
    String subject = (String) arguments.get("subject");
    try (Connection connection = database.connect();
        PreparedStatement insert =
            connection.prepareStatement(
                "INSERT INTO sent_mails (recipient, subject, body) VALUES (?, ?, ?)")) {
      insert.setString(1, to);
      insert.setString(2, subject);
      insert.setString(3, (String) arguments.get("body"));
      insert.executeUpdate();
    }
    effects.mailed(to, subject);
    return new ToolAnswer.Done(Map.of("status", "sent", "to", to));
  }
}
