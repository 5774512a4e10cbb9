package org.fenton.learning.pairs;

import org.fenton.learning.interaction.HeadAnswer;
import org.fenton.learning.interaction.Place;
import org.fenton.learning.interaction.Subject;

/** What answers a pair in a line: one head of a bundle. Asked by several threads. */
public interface PairAnswers {
    HeadAnswer answer(Subject a, Subject b, Place line);

    /** Whether the head was trained with the drug of this key. */
    boolean knowsDrug(String key);
}
