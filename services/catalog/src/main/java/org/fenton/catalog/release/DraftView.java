package org.fenton.catalog.release;

/**
 * What a publication would publish now.
 *
 * @param id the id the release would have: the hash of everything the catalog holds
 * @param published true when it is the current release already
 */
public record DraftView(String id, boolean published) {}
