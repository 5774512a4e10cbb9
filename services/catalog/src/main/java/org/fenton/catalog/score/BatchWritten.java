package org.fenton.catalog.score;

/**
 * What came of a batch.
 *
 * @param added rankings that were new to the catalog
 * @param unchanged rankings that it had, from a batch before or from another run
 * @param written rankings of the run that it has now
 * @param complete whether that is all of them
 */
public record BatchWritten(String run, int added, int unchanged, int written, boolean complete) {}
