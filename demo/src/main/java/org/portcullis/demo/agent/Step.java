package org.portcullis.demo.agent;

/** What a model decided to do next. */
public sealed interface Step {
  /** Why, in the model's words. */
  String thought();

  /** Use a tool. */
  record Act(String thought, Action action) implements Step {}

  /** Use nothing and wait until a person has decided. */
  record Wait(String thought) implements Step {}

  /** Done: tell the user. */
  record Answer(String thought, String text) implements Step {}
}
