/**
 * The way to the upstreams: one pooled client that adds nothing, follows nothing and repeats
 * nothing. What the caller showed to the gate never leaves here; what an upstream says about itself
 * and its connection never comes back.
 */
@NullMarked
package org.portcullis.upstream.web;

import org.jspecify.annotations.NullMarked;
