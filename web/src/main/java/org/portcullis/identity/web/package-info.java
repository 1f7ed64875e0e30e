/**
 * Who may come in at all: every request passes {@link
 * org.portcullis.identity.web.AuthenticationGuard} before any resource or page sees it. Bearer
 * tokens open the data path and the admin API, a sign-in opens the console, and neither opens the
 * other's door. What a caller may do is decided elsewhere.
 */
@NullMarked
package org.portcullis.identity.web;

import org.jspecify.annotations.NullMarked;
