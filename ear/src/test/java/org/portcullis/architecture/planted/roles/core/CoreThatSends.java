package org.portcullis.architecture.planted.roles.core;

import java.net.http.HttpClient;

/** A domain class with HTTP in it. */
public record CoreThatSends(HttpClient client) {}
