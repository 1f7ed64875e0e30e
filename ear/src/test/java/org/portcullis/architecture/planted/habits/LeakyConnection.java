package org.portcullis.architecture.planted.habits;

/** A record that shows its password. */
public record LeakyConnection(String user, String password) {}
