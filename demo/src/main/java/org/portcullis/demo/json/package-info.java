/** JSON as plain Java values, shared by the desk, the agent and the tour. */
@org.jspecify.annotations.NullMarked
package org.portcullis.demo.json;
