package org.fenton.learning.training;

import org.fenton.learning.data.Screen;

/**
 * What a learner is given: a screen whose outcomes are only those of the training rows.
 *
 * <p>Every other row of {@code screen} keeps its drugs and line, but its label is false and its score NaN: a learner cannot look at a test outcome by mistake.
 * Labels cut at a threshold, or shuffled for the control, are already in {@code screen}.
 *
 * @param protocol name of the protocol, for progress and settings
 * @param index number of the fold
 * @param screen rows that {@link RowModel} is asked about by index
 * @param trainingRows rows that may be learned from, ascending; treat as read only
 */
public record Fold(String protocol, int index, Screen screen, int[] trainingRows, Regime regime) {}
