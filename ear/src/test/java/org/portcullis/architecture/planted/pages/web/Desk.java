package org.portcullis.architecture.planted.pages.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Named;

/** A bean behind a page with no fitting name that cannot be stored. */
@Named
@ViewScoped
public class Desk {}
