package org.portcullis.architecture.planted.dissection.code.python;

import org.portcullis.architecture.planted.dissection.code.ReaderOfPrograms;

/** Breaks the arrows: a language that asks what reads its tree. */
public record LanguageThatKnowsTheReader(ReaderOfPrograms reader) {}
