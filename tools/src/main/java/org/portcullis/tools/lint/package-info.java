/** The linter on the command line: findings as text, JSON or SARIF. */
@NullMarked
package org.portcullis.tools.lint;

import org.jspecify.annotations.NullMarked;
