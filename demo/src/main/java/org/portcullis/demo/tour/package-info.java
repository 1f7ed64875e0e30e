/**
 * The tour: a story in five chapters that shows, on a running gate, a call allowed, masked,
 * blocked, approved once and expired. Each chapter checks what it tells, with the agent's eyes,
 * over the gate's API and at the desk itself; the first thing that is not as told ends the tour.
 */
@org.jspecify.annotations.NullMarked
package org.portcullis.demo.tour;
