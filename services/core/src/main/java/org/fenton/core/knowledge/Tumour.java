package org.fenton.core.knowledge;

/** An OncoTree node; {@code parent} is empty at the root. */
public record Tumour(String code, String name, String parent) {}
