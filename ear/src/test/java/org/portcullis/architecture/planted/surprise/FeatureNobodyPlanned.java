package org.portcullis.architecture.planted.surprise;

/** A feature without a line in the table of arrows. */
public record FeatureNobodyPlanned() {}
