package org.portcullis.upstream.web;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import org.apache.hc.client5.http.impl.io.DefaultManagedHttpClientConnection;
import org.apache.hc.core5.http.io.SessionInputBuffer;
import org.apache.hc.core5.io.CloseMode;
import org.jspecify.annotations.Nullable;

/**
 * A connection that is used again only when nothing is left on it. An upstream that sends more than
 * its Content-Length says would otherwise answer the next caller with the rest.
 */
final class CleanConnection extends DefaultManagedHttpClientConnection {

  private @Nullable SessionInputBuffer received;

  CleanConnection(String id) {
    super(id);
  }

  @Override
  protected InputStream createContentInputStream(
      long length, SessionInputBuffer buffer, InputStream input) {
    received = buffer;
    return super.createContentInputStream(length, buffer, input);
  }

  /** Asked when the connection goes back to the pool. */
  @Override
  public boolean isConsistent() {
    return super.isConsistent() && (received == null || received.length() == 0) && !hasInput();
  }

  /** Asked when it comes out of the pool again. */
  @Override
  public void activate() {
    if (hasInput()) {
      close(CloseMode.IMMEDIATE);
      return;
    }
    super.activate();
  }

  private boolean hasInput() {
    Socket socket = getSocket();
    try {
      return socket != null && socket.getInputStream().available() > 0;
    } catch (IOException e) {
      // A socket that cannot be asked cannot be used either.
      return true;
    }
  }
}
