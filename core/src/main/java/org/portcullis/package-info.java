/**
 * The gate's own words. Nothing but this description belongs here: every feature has a package of
 * its own below this one, and the arrows between them are held by the architecture tests.
 */
@org.jspecify.annotations.NullMarked
package org.portcullis;
