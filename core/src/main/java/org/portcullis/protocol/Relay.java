package org.portcullis.protocol;

import org.portcullis.connection.Connection;
import org.portcullis.identity.Caller;
import org.portcullis.masking.Hits;
import org.portcullis.masking.Masker;
import org.portcullis.policy.ActivePolicy;

/**
 * What an exchange needs to bring an answer back.
 *
 * @param caller to whom
 * @param connection from where
 * @param policy filters lists
 * @param masker masks everything else
 * @param hits collects what was masked
 * @param transcript takes each masked message for the record
 */
public record Relay(
    Caller caller,
    Connection connection,
    ActivePolicy policy,
    Masker masker,
    Hits hits,
    Transcript transcript) {}
