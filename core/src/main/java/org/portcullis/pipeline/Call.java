package org.portcullis.pipeline;

import java.time.Instant;
import org.portcullis.connection.Connection;
import org.portcullis.identity.Caller;
import org.portcullis.policy.ActivePolicy;
import org.portcullis.protocol.Exchange;
import org.portcullis.protocol.InboundRequest;

/** Everything that is fixed about one call once its request is read. */
record Call(
    String id,
    Instant receivedAt,
    Caller caller,
    Connection connection,
    InboundRequest request,
    Exchange exchange,
    ActivePolicy policy) {}
