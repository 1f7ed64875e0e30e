/**
 * Tests inside the container: they run in the server, beside the beans of the built EAR, where
 * transactions, messages and roles are real. All helpers here go into the server with them.
 */
@NullMarked
package org.portcullis.container;

import org.jspecify.annotations.NullMarked;
