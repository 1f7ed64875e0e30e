package org.portcullis.identity.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Leads a person who typed the bare address to the console, which is served over TLS only. */
@WebServlet("")
public final class EntryRedirect extends HttpServlet {
  private static final long serialVersionUID = 1L;

  private final transient BaseUrl baseUrl;

  @Inject
  EntryRedirect(BaseUrl baseUrl) {
    this.baseUrl = baseUrl;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) {
    response.setStatus(HttpServletResponse.SC_FOUND);
    response.setHeader("Location", baseUrl.secure(request) + "/console/");
  }
}
