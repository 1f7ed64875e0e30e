package org.portcullis.architecture.planted.dissection.code;

/** What languages must not know. */
public record ReaderOfPrograms() {}
