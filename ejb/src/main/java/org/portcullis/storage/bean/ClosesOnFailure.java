package org.portcullis.storage.bean;

import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.InvocationContext;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.portcullis.recording.GateUnavailable;

/**
 * Stands around every bean that is a port: whatever fails inside reaches the caller as one {@link
 * GateUnavailable}, and the caller refuses. Nothing of the failure's message goes with it, because
 * a database quotes values in its messages.
 */
public class ClosesOnFailure {

  private static final Logger LOG = System.getLogger(ClosesOnFailure.class.getName());

  @AroundInvoke
  Object close(InvocationContext context) throws Exception {
    try {
      return context.proceed();
    } catch (GateUnavailable e) {
      throw e;
    } catch (RuntimeException e) {
      String what =
          context.getMethod().getDeclaringClass().getSimpleName()
              + "."
              + context.getMethod().getName();
      LOG.log(Level.ERROR, what + " failed: " + e.getClass().getName(), e);
      throw new GateUnavailable(what + " failed: " + e.getClass().getSimpleName());
    }
  }
}
