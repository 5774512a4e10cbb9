package org.fenton.documents;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** An object of which only the canonical text is at hand: to be written, not to be read. */
final class WrittenObject extends ObjectNode {
    private static final long serialVersionUID = 1L;

    final transient byte[] canonical;

    WrittenObject(byte[] canonical) {
        super(JsonNodeFactory.instance);
        this.canonical = canonical;
    }
}
