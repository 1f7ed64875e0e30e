/**
 * What protocols have in common: a request comes in, an exchange of commands comes out, and the
 * exchange knows how to answer in its protocol's own words. Each protocol has a package below.
 */
@NullMarked
package org.portcullis.protocol;

import org.jspecify.annotations.NullMarked;
