/**
 * Sessions towards the outside: the API that reads and kills them, and the pages that show them.
 */
@NullMarked
package org.portcullis.session.web;

import org.jspecify.annotations.NullMarked;
