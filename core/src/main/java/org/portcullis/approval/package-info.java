/**
 * Asking a human: requests, votes, grants and executions, four records and never one. A grant
 * covers one digest of one caller; what runs is what was stored, once, before it ends.
 */
@NullMarked
package org.portcullis.approval;

import org.jspecify.annotations.NullMarked;
