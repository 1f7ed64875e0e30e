/**
 * Requests, votes, grants and executions: added once and moved on by conditional statements that
 * the database's clock decides. A statement that changes no row means that the step is not legal.
 */
@NullMarked
package org.portcullis.approval.store;

import org.jspecify.annotations.NullMarked;
