package org.portcullis.upstream.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpMessage;

/**
 * Content codings (RFC 9110, section 8.4.1). The gate asks for none; some upstreams use one all the
 * same. What cannot be decoded cannot be masked, so it is not passed on.
 */
enum Coding {
  IDENTITY {
    @Override
    InputStream decode(InputStream raw) {
      return raw;
    }
  },
  GZIP {
    @Override
    InputStream decode(InputStream raw) throws IOException {
      return new GZIPInputStream(raw);
    }
  },
  DEFLATE {
    @Override
    InputStream decode(InputStream raw) throws IOException {
      PushbackInputStream peeked = new PushbackInputStream(raw, 1);
      int first = peeked.read();
      if (first >= 0) {
        peeked.unread(first);
      }
      // Some servers leave the zlib header out; its low four bits always say "deflate".
      boolean zlib = (first & 0x0f) == Z_DEFLATED;
      return new InflaterInputStream(peeked, new Inflater(!zlib));
    }
  },
  UNKNOWN {
    @Override
    InputStream decode(InputStream raw) {
      throw new IllegalStateException("an unknown coding is refused before");
    }
  };

  private static final int Z_DEFLATED = 8;

  /** A stream of the decoded bytes; reads the beginning of the raw ones. */
  abstract InputStream decode(InputStream raw) throws IOException;

  /** The coding of an answer; more than one is as good as unknown. */
  static Coding of(HttpMessage answer) {
    Header[] lines = answer.getHeaders("Content-Encoding");
    if (lines.length == 0) {
      return IDENTITY;
    }
    if (lines.length > 1) {
      return UNKNOWN;
    }
    return switch (lines[0].getValue().strip().toLowerCase(Locale.ROOT)) {
      case "", "identity" -> IDENTITY;
      case "gzip", "x-gzip" -> GZIP;
      case "deflate" -> DEFLATE;
      default -> UNKNOWN;
    };
  }
}
