/**
 * Manifests of Kubernetes: which resources a text asks for, and whether they reach beyond their own
 * container.
 */
@NullMarked
package org.portcullis.dissection.manifest;

import org.jspecify.annotations.NullMarked;
