package org.portcullis.approval.store;

/** An execution that began and whose end nobody noted. */
public record OpenExecution(String id, String grant, String session, String exchange) {}
