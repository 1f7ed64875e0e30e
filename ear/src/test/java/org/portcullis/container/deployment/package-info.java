/**
 * What prepares the tests inside the container from outside: the built EAR with the tests beside
 * it, and a server of their own.
 */
@NullMarked
package org.portcullis.container.deployment;

import org.jspecify.annotations.NullMarked;
