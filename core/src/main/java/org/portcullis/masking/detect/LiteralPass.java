package org.portcullis.masking.detect;

import java.util.List;

/** Runs token rules where one of their literals occurs; one pass over the text for all of them. */
final class LiteralPass implements Detector {

  private final List<TokenRule> rules;
  private final LiteralAutomaton automaton;

  LiteralPass(List<TokenRule> rules) {
    this.rules = List.copyOf(rules);
    this.automaton = LiteralAutomaton.of(this.rules);
  }

  @Override
  public void find(Scan scan) {
    String text = scan.text();
    int[] done = null;
    int state = 0;
    for (int i = 0; i < text.length(); i++) {
      state = automaton.next(state, text.charAt(i));
      if (automaton.accepts(state)) {
        if (done == null) {
          done = new int[rules.size()];
        }
        verify(scan, state, i + 1, done);
      }
    }
  }

  private void verify(Scan scan, int state, int end, int[] done) {
    for (LiteralAutomaton.Output output : automaton.outputs(state)) {
      int start = end - output.length();
      if (start >= done[output.rule()]) {
        done[output.rule()] = rules.get(output.rule()).verify(scan, start, end);
      }
    }
  }
}
