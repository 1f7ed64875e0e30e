/**
 * What is allowed in a policy document and most likely not meant: findings, each with the rule of
 * the linter that it comes from, its place and its reason. Faults that make a document unusable are
 * found where it is read.
 */
@NullMarked
package org.portcullis.policy.lint;

import org.jspecify.annotations.NullMarked;
