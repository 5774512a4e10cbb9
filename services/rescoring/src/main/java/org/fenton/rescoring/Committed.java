package org.fenton.rescoring;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A result that is in place.
 *
 * @param rankings distinct rankings in the result
 * @param outputHash of all rankings in their order: equal for equal results, however they came about
 * @param before the result that was current until now
 * @param commitSeconds processor time of writing the result
 */
record Committed(
        Path result, Tally tally, long rankings, String outputHash, Optional<Path> before, double commitSeconds) {}
