/**
 * The conditions of rules: compiling them, asking them with what a call shows, and finding out what
 * they look at. They know calls, and nothing of rules, documents and decisions.
 */
@NullMarked
package org.portcullis.policy.condition;

import org.jspecify.annotations.NullMarked;
