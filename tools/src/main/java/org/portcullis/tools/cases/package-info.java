/**
 * Cases beside a policy: who calls what, and what has to be decided; what they cover, and which
 * changes of the policy they would not notice.
 */
@NullMarked
package org.portcullis.tools.cases;

import org.jspecify.annotations.NullMarked;
