package org.portcullis.dissection.shell;

/** What a program does with its arguments. */
@FunctionalInterface
interface ProgramRule {

  void apply(Started started);
}
