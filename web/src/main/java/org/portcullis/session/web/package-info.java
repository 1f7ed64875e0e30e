/** Sessions in the admin API: found, read, killed. */
@NullMarked
package org.portcullis.session.web;

import org.jspecify.annotations.NullMarked;
