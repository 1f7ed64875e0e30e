/**
 * What the console's pages share: who is signed in, which page is where and for whom, and how times
 * and commands are written for people. The pages themselves live with their features.
 */
@NullMarked
package org.portcullis.console.web;

import org.jspecify.annotations.NullMarked;
