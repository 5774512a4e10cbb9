package org.fenton.core.knowledge;

/** An OncoTree node; {@code parent} is empty at the root, {@code tissue} where OncoTree gives none. */
public record Tumour(String code, String name, String parent, String tissue) {}
