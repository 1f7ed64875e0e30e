/**
 * The command line tools around a policy: what they share, and the program that starts them. They
 * use the engine of the core and have none of their own.
 */
@NullMarked
package org.portcullis.tools;

import org.jspecify.annotations.NullMarked;
