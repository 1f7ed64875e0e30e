package org.portcullis.architecture.planted.roles.web;

import org.portcullis.architecture.planted.roles.bean.OtherBean;

/** A page that goes past the ports. */
public record PageThatKnowsBeans(OtherBean bean) {}
