package org.portcullis.demo.agent;

import java.util.Map;

/**
 * A tool to use and what to give it.
 *
 * @param input JSON as plain maps, lists, strings, numbers and booleans
 */
public record Action(String tool, Map<String, Object> input) {}
