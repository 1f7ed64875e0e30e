/** Real databases for tests, also for those of other modules. */
@NullMarked
package org.portcullis.database;

import org.jspecify.annotations.NullMarked;
