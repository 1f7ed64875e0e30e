package org.portcullis.architecture.planted.pages.web;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.net.http.HttpClient;

/** A resource with no fitting name that says nothing about roles and has the wrong client. */
@Path("open")
public class OpenDoor {

  @GET
  public String enter() {
    return HttpClient.newHttpClient().version().name();
  }
}
