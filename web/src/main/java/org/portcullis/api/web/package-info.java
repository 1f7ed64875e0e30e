/**
 * What every resource of the admin API shares: who may, how documents are read and written, and how
 * whatever goes wrong becomes a problem document (RFC 9457).
 */
@NullMarked
package org.portcullis.api.web;

import org.jspecify.annotations.NullMarked;
