package org.portcullis.dissection.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.portcullis.dissection.http.Host;
import org.portcullis.dissection.message.AddressToken.Kind;

/**
 * Reads an address list (RFC 5322, section 3.4): mailboxes with or without names, groups, comments,
 * separated by commas or, as some servers do, by semicolons; and channels, which are a single word.
 * Routes, domains in brackets, percent signs and whatever else could lead a message elsewhere make
 * the whole text unreadable.
 */
public final class AddressList {

  private static final int MAX_LOCAL = 64;

  private final List<AddressToken> tokens;
  private final List<Recipient> recipients = new ArrayList<>();
  private int at;
  private boolean inGroup;

  private AddressList(List<AddressToken> tokens) {
    this.tokens = tokens;
  }

  /** Everyone the text names, none for a blank one; empty when it cannot be told. */
  public static Optional<List<Recipient>> read(String text) {
    return AddressTokens.of(text).flatMap(tokens -> new AddressList(tokens).read());
  }

  private Optional<List<Recipient>> read() {
    while (at < tokens.size()) {
      if (tokens.get(at).isSeparator()) {
        inGroup &= !tokens.get(at).isSign(';');
        at++;
      } else if (!item()) {
        return Optional.empty();
      }
    }
    return inGroup ? Optional.empty() : Optional.of(List.copyOf(recipients));
  }

  /** One mailbox, channel or beginning of a group, and that nothing follows it. */
  private boolean item() {
    int begin = at;
    while (at < tokens.size() && tokens.get(at).kind() != Kind.SIGN) {
      at++;
    }
    int words = at - begin;
    if (at == tokens.size() || tokens.get(at).isSeparator()) {
      return words == 1 && channel(tokens.get(begin));
    }
    if (tokens.get(at).isSign(':')) {
      return group(words);
    }
    boolean read =
        tokens.get(at).isSign('<') ? angle() : words == 1 ? address(begin) : words == 0 && handle();
    return read && (at == tokens.size() || tokens.get(at).isSeparator());
  }

  private boolean group(int words) {
    boolean begins = words > 0 && !inGroup;
    inGroup = true;
    at++;
    return begins;
  }

  private boolean angle() {
    at++;
    if (!address(at) || at == tokens.size() || !tokens.get(at).isSign('>')) {
      return false;
    }
    at++;
    return true;
  }

  /** {@code local@domain}, with nothing between the three. */
  private boolean address(int begin) {
    if (begin + 2 >= tokens.size()) {
      return false;
    }
    AddressToken local = tokens.get(begin);
    AddressToken sign = tokens.get(begin + 1);
    AddressToken domain = tokens.get(begin + 2);
    boolean whole =
        isLocal(local)
            && sign.isSign('@')
            && !sign.apart()
            && domain.kind() == Kind.WORD
            && !domain.apart();
    Optional<Host> host = whole ? Host.read(domain.text()) : Optional.empty();
    if (host.isEmpty() || host.get().isAddress()) {
      return false;
    }
    recipients.add(Recipient.mailbox(local.text(), host.get().name()));
    at = begin + 3;
    return true;
  }

  private static boolean isLocal(AddressToken token) {
    String text = token.text();
    return switch (token.kind()) {
      case WORD ->
          !text.startsWith(".")
              && !text.endsWith(".")
              && !text.contains("..")
              && text.length() <= MAX_LOCAL;
      case QUOTED ->
          text.length() <= MAX_LOCAL
              && text.chars().noneMatch(c -> c == '@' || c == '\\' || c == '%' || c == '!');
      case SIGN -> false;
    };
  }

  private boolean channel(AddressToken word) {
    return word.kind() == Kind.WORD && recipients.add(Recipient.channel(word.text()));
  }

  /** {@code @name}: with a dot in it, it is the end of an address whose beginning was lost. */
  private boolean handle() {
    if (at + 1 >= tokens.size()) {
      return false;
    }
    AddressToken name = tokens.get(at + 1);
    if (name.kind() != Kind.WORD || name.apart() || name.text().indexOf('.') >= 0) {
      return false;
    }
    recipients.add(Recipient.channel("@" + name.text()));
    at += 2;
    return true;
  }
}
