package org.fenton.documents;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** An object that stands in many places of an answer and is not changed any more: its text is made once. */
final class RepeatedObject extends ObjectNode {
    private static final long serialVersionUID = 1L;

    transient byte @Nullable [] canonical;

    RepeatedObject() {
        super(JsonNodeFactory.instance);
    }

    /** An object of which only the canonical text is at hand. */
    RepeatedObject(byte[] canonical) {
        this();
        this.canonical = canonical;
    }
}
