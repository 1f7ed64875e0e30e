/**
 * Bad input gets a clear refusal in the protocol's own form, an event, and nothing forwarded. One
 * gate as it runs in production, with an identity provider of the tests' own in front and upstreams
 * behind it that say whatever a test tells them to: see {@link
 * org.portcullis.e2e.faults.FaultsGate}. One class a topic.
 */
@NullMarked
package org.portcullis.e2e.faults;

import org.jspecify.annotations.NullMarked;
