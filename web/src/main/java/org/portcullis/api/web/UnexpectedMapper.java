package org.portcullis.api.web;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Everything that nobody thought of. The answer tells nothing; the log does. */
@Provider
public class UnexpectedMapper implements ExceptionMapper<Throwable> {

  private static final Logger LOG = System.getLogger(UnexpectedMapper.class.getName());

  @Override
  public Response toResponse(Throwable unexpected) {
    LOG.log(Level.ERROR, "a request failed: " + unexpected.getClass().getName(), unexpected);
    return Replies.problem(500, "Failed", "The gate failed to answer.");
  }
}
