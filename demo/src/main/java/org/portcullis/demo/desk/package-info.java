/**
 * The desk: a small customer service with its own embedded database, the thing that the gate
 * protects in the demo and in the tests. It does what it is told, destructive statements included,
 * and counts every effect, so that a test can compare what the gate recorded with what really
 * happened. All people, mails, cards and numbers in it are invented.
 */
@org.jspecify.annotations.NullMarked
package org.portcullis.demo.desk;
