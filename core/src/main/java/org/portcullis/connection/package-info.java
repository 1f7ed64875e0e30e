/** Registered upstreams: what they are called, where they are, and the credential the gate uses. */
@NullMarked
package org.portcullis.connection;

import org.jspecify.annotations.NullMarked;
