package org.fenton.learning.pairs;

import org.fenton.learning.interaction.HeadAnswer;
import org.fenton.learning.interaction.InteractionHead;
import org.fenton.learning.interaction.Place;
import org.fenton.learning.interaction.Subject;

/** A head of a bundle, asked about pairs. */
public record HeadAnswers(InteractionHead head) implements PairAnswers {
    @Override
    public HeadAnswer answer(Subject a, Subject b, Place line) {
        return head.answer(a, b, line);
    }

    @Override
    public boolean knowsDrug(String key) {
        return head.knowsDrug(key);
    }
}
