/** The policy in the admin API: read, replaced, and asked what it would decide. */
@NullMarked
package org.portcullis.policy.web;

import org.jspecify.annotations.NullMarked;
