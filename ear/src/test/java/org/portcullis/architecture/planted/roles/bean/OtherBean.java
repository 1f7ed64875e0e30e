package org.portcullis.architecture.planted.roles.bean;

/** A bean where none belongs. */
public record OtherBean() {}
