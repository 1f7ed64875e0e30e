/** The gate as its users meet it: started by the command line, spoken to by real clients. */
@NullMarked
package org.portcullis.e2e;

import org.jspecify.annotations.NullMarked;
