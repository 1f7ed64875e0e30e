/** Requests for approval, votes and grants in the admin API. */
@NullMarked
package org.portcullis.approval.web;

import org.jspecify.annotations.NullMarked;
