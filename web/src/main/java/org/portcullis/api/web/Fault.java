package org.portcullis.api.web;

/**
 * What is wrong with one member of a document.
 *
 * @param path the member, dotted from the document's root; empty for the document itself
 * @param message what is wrong and what was expected
 */
public record Fault(String path, String message) {}
