package org.fenton.learning.screen;

/**
 * One line of a screen in long format.
 *
 * @param line counted from 1 in the file
 * @param drugA as written; empty when the row is of the other drug alone, without a partner named
 * @param doseA micromolar
 * @param drugB as written, or empty
 * @param doseB micromolar
 * @param cellLine as written
 * @param replicate as written; 1 where the file has no such column
 * @param response as written, percent
 */
record ScreenRow(
        int line,
        String drugA,
        double doseA,
        String drugB,
        double doseB,
        String cellLine,
        String replicate,
        double response) {}
