/** The store of connections: rows in the database, all of them in memory for the data path. */
@NullMarked
package org.portcullis.connection.bean;

import org.jspecify.annotations.NullMarked;
