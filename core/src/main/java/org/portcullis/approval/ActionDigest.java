package org.portcullis.approval;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import org.portcullis.command.Command;
import org.portcullis.identity.CallerId;
import org.portcullis.json.CanonicalJson;
import org.portcullis.json.Digests;
import org.portcullis.json.StrictJson;

/**
 * What an approval covers: caller, agent, connection and where it leads, command, canonical
 * arguments, what is sent along and policy version, as one SHA-256 over their canonical JSON.
 * Whatever differs in any of them has another digest.
 */
public final class ActionDigest {

  private ActionDigest() {}

  /**
   * The digest in lower-case hexadecimal, 64 characters.
   *
   * @param url the connection's address: an approval does not move to another service with it
   * @param around what goes upstream with the command besides its arguments; missing for nothing
   */
  public static String of(
      CallerId caller,
      String connection,
      URI url,
      Command command,
      JsonNode around,
      int policyVersion) {
    ObjectNode action = StrictJson.object();
    action.put("issuer", caller.issuer());
    action.put("subject", caller.subject());
    action.put("client", caller.client());
    action.put("connection", connection);
    action.put("url", url.toString());
    action.put("command", command.name().text());
    action.set("arguments", command.arguments());
    if (!around.isMissingNode()) {
      action.set("with", around);
    }
    action.put("policy", policyVersion);
    return Digests.sha256(CanonicalJson.bytes(action));
  }
}
