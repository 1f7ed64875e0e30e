/** Connections in the admin API: registered, changed, shown without their secrets, removed. */
@NullMarked
package org.portcullis.connection.web;

import org.jspecify.annotations.NullMarked;
