/**
 * Numbers for whoever watches the gate: calls by connection, protocol and decision, outcomes and
 * times, and what rules in shadow mode would have changed. Names of people and values of calls
 * never become labels.
 */
@NullMarked
package org.portcullis.metrics.web;

import org.jspecify.annotations.NullMarked;
