package org.portcullis.api.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Which rights open a resource method: one of them is enough; an empty list opens it to every
 * caller, and the method itself looks at what is the caller's own. A method without this annotation
 * is closed to everyone.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Needs {

  /** Any of these. */
  Right[] value();
}
