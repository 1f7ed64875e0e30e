package org.portcullis.approval;

import static java.util.Objects.requireNonNull;

/**
 * Fired after the commit of whatever changed a request, its votes or its grant, so that a page can
 * reload. It says that there is something to read, never what.
 *
 * @param requestId the request's id
 */
public record ApprovalsChanged(String requestId) {

  public ApprovalsChanged {
    requireNonNull(requestId, "requestId");
  }
}
