package org.portcullis.architecture.planted.policy.attic;

/** A package of the policy without a place in the order. */
public record RoomNobodyPlanned() {}
