package org.portcullis.dissection.message;

/**
 * Who a message goes to, in one spelling.
 *
 * @param address {@code local@domain}; of a channel its name or id as it stands
 * @param local the part before the domain as it stands; empty for a channel
 * @param domain in lower case and ASCII (IDNA); empty for a channel
 */
public record Recipient(String address, String local, String domain) {

  static Recipient mailbox(String local, String domain) {
    return new Recipient(local + "@" + domain, local, domain);
  }

  static Recipient channel(String name) {
    return new Recipient(name, "", "");
  }
}
