package org.portcullis.architecture.planted.policy.condition;

import org.portcullis.architecture.planted.policy.PolicyThatKnowsCommand;

/** Knows what is made of it. */
public record ConditionThatKnowsPolicy(PolicyThatKnowsCommand policy) {}
