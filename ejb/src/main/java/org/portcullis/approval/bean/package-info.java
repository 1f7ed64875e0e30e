/**
 * The approval store: asking, voting, using, ending, each step one transaction; the messages that
 * wake it up when something ends, and the sweep that repairs a lost message.
 */
@NullMarked
package org.portcullis.approval.bean;

import org.jspecify.annotations.NullMarked;
