package org.portcullis.api.web;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.portcullis.recording.GateUnavailable;

/** A store that did not answer. */
@Provider
public class UnavailableMapper implements ExceptionMapper<GateUnavailable> {

  private static final Logger LOG = System.getLogger(UnavailableMapper.class.getName());

  @Override
  public Response toResponse(GateUnavailable unavailable) {
    LOG.log(Level.ERROR, unavailable.getMessage(), unavailable);
    return Replies.problem(503, "Unavailable", "A store of the gate did not answer.");
  }
}
