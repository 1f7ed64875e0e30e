package org.portcullis.proxy.web;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;
import org.portcullis.api.web.ProblemMappers;

/** The data path. Its classes are named one by one: nothing is served because it was found. */
@ApplicationPath("/gate")
public class GateApplication extends Application {

  @Override
  public Set<Class<?>> getClasses() {
    return ProblemMappers.with(ProxyResource.class);
  }
}
