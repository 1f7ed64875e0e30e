package org.portcullis.tools.lint;

import java.io.File;
import java.net.URI;
import java.net.URISyntaxException;
import org.portcullis.tools.Unusable;

/** A path as a relative reference (RFC 3986, section 4.2). */
final class RelativeUri {

  private RelativeUri() {}

  static String of(String path) {
    String slashed = path.replace(File.separatorChar, '/');
    // A first segment with a colon would be taken for a scheme.
    String safe = slashed.indexOf(':') < 0 ? slashed : "./" + slashed;
    try {
      return new URI(null, null, safe, null).toASCIIString();
    } catch (URISyntaxException e) {
      throw new Unusable(path + ": not a path that a report can name", e);
    }
  }
}
