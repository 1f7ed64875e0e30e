/**
 * SQL as policy sees it: every statement, what it does and to what. Databases read the same text in
 * different ways, so a text is read in each way that matters and all that was found counts.
 */
@NullMarked
package org.portcullis.dissection.sql;

import org.jspecify.annotations.NullMarked;
