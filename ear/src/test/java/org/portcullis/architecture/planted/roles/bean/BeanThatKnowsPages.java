package org.portcullis.architecture.planted.roles.bean;

import jakarta.ws.rs.core.Response;
import org.portcullis.architecture.planted.roles.web.PageThatKnowsBeans;

/** A bean that answers requests and knows a page. */
public record BeanThatKnowsPages(PageThatKnowsBeans page, Response response) {}
