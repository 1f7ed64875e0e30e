package org.portcullis.architecture.planted.command;

import org.portcullis.architecture.planted.policy.PolicyThatKnowsCommand;

/** Breaks the arrows: a command that asks the policy. */
public record CommandThatKnowsPolicy(PolicyThatKnowsCommand policy) {}
