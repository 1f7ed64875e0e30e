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
    automaton.run(scan.ascii(), new Verification(scan));
  }

  /** Asks the rules, each only beyond what it has accepted. */
  private final class Verification implements LiteralAutomaton.Sink {

    private final Scan scan;
    private int[] done = new int[0];

    Verification(Scan scan) {
      this.scan = scan;
    }

    @Override
    public void found(List<LiteralAutomaton.Output> outputs, int end) {
      if (done.length == 0) {
        done = new int[rules.size()];
      }
      for (LiteralAutomaton.Output output : outputs) {
        int start = end - output.length();
        if (start >= done[output.rule()]) {
          done[output.rule()] = rules.get(output.rule()).verify(scan, start, end);
        }
      }
    }
  }
}
