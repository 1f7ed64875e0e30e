/**
 * What every store stands on: transactions, the database's clock, the migrations, and the box that
 * keeps secrets unreadable in the database. Knows no feature.
 */
@NullMarked
package org.portcullis.storage.store;

import org.jspecify.annotations.NullMarked;
