package org.portcullis.architecture.planted.roles.store;

import jakarta.servlet.http.HttpServletRequest;

/** A store that reads a request. */
public record StoreOfRoles(HttpServletRequest request) {}
