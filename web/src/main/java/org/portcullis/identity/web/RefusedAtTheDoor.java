package org.portcullis.identity.web;

/**
 * Fired as a CDI event for every request that the guard refused, so that the refusal can be
 * recorded. It carries nothing of the token and no query.
 *
 * @param reason stable code, for example {@code invalid-token}
 * @param method the HTTP method
 * @param path the raw path, at most 256 characters
 * @param remoteAddress the address of the peer
 */
public record RefusedAtTheDoor(String reason, String method, String path, String remoteAddress) {}
