package org.portcullis.dissection;

import java.util.ArrayList;
import java.util.List;
import org.portcullis.command.Command;

/**
 * Paths, under whose name a server may also take an address of the web: then it is both, because
 * what the server makes of it is not known.
 */
final class LocationDissector implements Dissector {

  private static final String FILE_ADDRESS = "file:";

  private final Dissector files;
  private final Dissector addresses;

  LocationDissector(Dissector files, Dissector addresses) {
    this.files = files;
    this.addresses = addresses;
  }

  @Override
  public List<Command> dissect(Argument argument) {
    List<Command> found = new ArrayList<>(files.dissect(argument));
    String text = argument.text();
    boolean isFile = text.regionMatches(true, 0, FILE_ADDRESS, 0, FILE_ADDRESS.length());
    if (!isFile && Looks.likeBeginOfUrl(text)) {
      found.addAll(addresses.dissect(argument));
    }
    return found;
  }
}
