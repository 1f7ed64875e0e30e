/** The store of policies: versions in the database, the compiled active one in memory. */
@NullMarked
package org.portcullis.policy.bean;

import org.jspecify.annotations.NullMarked;
