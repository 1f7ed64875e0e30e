package org.portcullis.pipeline;

import java.time.InstantSource;
import java.util.function.UnaryOperator;
import org.portcullis.approval.Approvals;
import org.portcullis.command.Ids;
import org.portcullis.connection.Connections;
import org.portcullis.dissection.Dissection;
import org.portcullis.policy.Policies;
import org.portcullis.protocol.Upstream;
import org.portcullis.recording.Recorder;

/**
 * What a walk is made of.
 *
 * @param connections finds the upstream
 * @param protocols reads requests
 * @param dissection finds sub-commands
 * @param policies decides
 * @param recorder makes events durable
 * @param approvals asks humans
 * @param upstream sends
 * @param approvalUrl the address at which an approver finds a request of a given id
 * @param clock tells the time
 * @param ids names exchanges
 */
public record Gate(
    Connections connections,
    Protocols protocols,
    Dissection dissection,
    Policies policies,
    Recorder recorder,
    Approvals approvals,
    Upstream upstream,
    UnaryOperator<String> approvalUrl,
    InstantSource clock,
    Ids ids) {}
