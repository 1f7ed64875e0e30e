/** Approvals towards the outside: the API of approvers, and the page on which they decide. */
@NullMarked
package org.portcullis.approval.web;

import org.jspecify.annotations.NullMarked;
