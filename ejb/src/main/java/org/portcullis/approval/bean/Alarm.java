package org.portcullis.approval.bean;

import java.time.Duration;

/**
 * Sees to it that somebody looks when something ends. It never fails: the row says when things end,
 * and the sweep finds what nobody was woken up for.
 */
@FunctionalInterface
interface Alarm {

  void after(Duration delay, Wakeup wakeup);
}
