package org.portcullis.architecture.planted.roles.web;

import jakarta.persistence.EntityManager;

/** A page with a database. */
public record PageThatQueries(EntityManager manager) {}
