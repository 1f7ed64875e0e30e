package org.portcullis.dissection;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.portcullis.command.Command;
import org.portcullis.command.CommandName;
import org.portcullis.dissection.http.WebAddress;
import org.portcullis.json.StrictJson;

/**
 * Addresses: {@code http:VERB:host/path} as REST connections spell it. The command's arguments are
 * {@code method}, {@code scheme}, {@code host}, {@code port}, {@code path}, {@code query}, whether
 * the host is {@code private}, whether {@code credentials} stand in the address, and whether its
 * {@code spelling} is one that nobody writes by chance. An address of a file is a path; one that is
 * code is code; every other one is opaque, with its {@code scheme}.
 */
final class HttpDissector implements Dissector {

  private static final String KIND = ArgumentKind.HTTP.label();
  private static final String GET = "GET";
  private static final String POST = "POST";

  private static final List<String> METHODS =
      List.of("method", "http_method", "httpMethod", "verb", "Method", "METHOD");
  private static final List<String> BODIES = List.of("body", "data", "json", "form", "payload");
  private static final List<String> OVERRIDES =
      List.of(
          "X-HTTP-Method-Override",
          "x-http-method-override",
          "X-Method-Override",
          "x-method-override",
          "X-HTTP-Method",
          "x-http-method");
  private static final Set<String> SCRIPTS = Set.of("javascript", "vbscript");
  private static final Set<String> REQUESTS =
      Set.of("http", "https", "request", "fetch", "curl", "api", "rest", "url", "web");
  private static final Set<String> VERBS = Set.of("post", "put", "patch", "delete", "head");

  private final Dissector files;

  HttpDissector(Dissector files) {
    this.files = files;
  }

  @Override
  public List<Command> dissect(Argument argument) {
    WebAddress.Reading reading = WebAddress.read(argument.text());
    if (reading instanceof WebAddress.Reading.Read read) {
      return verbs(argument).stream().map(verb -> request(argument, verb, read.address())).toList();
    }
    WebAddress.Reading.Other other = (WebAddress.Reading.Other) reading;
    if (other.scheme().equals("file")) {
      Set<Access> access = argument.access().isEmpty() ? Set.of(Access.READ) : argument.access();
      return files.dissect(argument.withAccess(access));
    }
    return List.of(opaque(argument, other.scheme()));
  }

  private static Command request(Argument argument, String verb, WebAddress address) {
    String name = KIND + ":" + verb + ":" + address.display();
    return CommandName.isValid(name)
        ? Command.of(new CommandName(name), arguments(verb, address), argument.wholePointer())
        : opaque(argument, address.scheme());
  }

  private static ObjectNode arguments(String verb, WebAddress address) {
    return StrictJson.object()
        .put("method", verb)
        .put("scheme", address.scheme())
        .put("host", address.host())
        .put("port", address.port())
        .put("path", address.path())
        .put("query", address.query())
        .put("private", address.isPrivate())
        .put("credentials", address.hasCredentials())
        .put("spelling", address.isOddlySpelled());
  }

  private static Command opaque(Argument argument, String scheme) {
    ObjectNode arguments =
        StrictJson.object().put("url", argument.text()).put("scheme", scheme).put("private", true);
    String kind = SCRIPTS.contains(scheme) ? ArgumentKind.CODE.label() : KIND;
    return Command.of(CommandName.opaque(kind), arguments, argument.wholePointer());
  }

  /** Every method that the request may be made with. */
  private static Set<String> verbs(Argument argument) {
    Set<String> verbs = new LinkedHashSet<>();
    argument
        .neighbor(METHODS)
        .filter(method -> !method.isNull())
        .ifPresent(method -> verbs.add(verb(method.isTextual() ? method.textValue() : "")));
    if (verbs.isEmpty()) {
      verbs.add(GET);
      if (argument.neighbor(BODIES).isPresent()) {
        verbs.add(POST);
      }
      verbs.addAll(named(argument));
    }
    argument
        .neighbor(List.of("headers"))
        .ifPresent(
            headers ->
                OVERRIDES.stream()
                    .filter(headers::hasNonNull)
                    .forEach(name -> verbs.add(verb(headers.get(name).asText()))));
    return verbs;
  }

  /** {@code http_post} says it by itself. */
  private static List<String> named(Argument argument) {
    Set<String> words = argument.toolWords();
    if (words.stream().noneMatch(REQUESTS::contains)) {
      return List.of();
    }
    List<String> verbs = new ArrayList<>();
    words.stream().filter(VERBS::contains).forEach(word -> verbs.add(verb(word)));
    return verbs;
  }

  private static String verb(String method) {
    String bare = method.strip();
    boolean word =
        !bare.isEmpty() && bare.length() <= 20 && bare.chars().allMatch(c -> isLetter(c));
    return word ? bare.toUpperCase(Locale.ROOT) : "opaque";
  }

  private static boolean isLetter(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '_';
  }
}
