package org.fenton.gateway.cdshooks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** JSON without nulls and without empty texts, lists and objects, as CDS Hooks asks for. */
final class Bare {
    private Bare() {}

    /** Takes everything empty out of {@code node}, from the inside out. */
    static ObjectNode of(ObjectNode node) {
        strip(node);
        return node;
    }

    private static void strip(JsonNode node) {
        node.forEach(Bare::strip);
        if (node.isContainerNode()) {
            var children = node.elements();
            while (children.hasNext()) {
                if (isEmpty(children.next())) {
                    children.remove();
                }
            }
        }
    }

    static boolean isEmpty(JsonNode node) {
        return node.isNull()
                || node.isMissingNode()
                || (node.isContainerNode() && node.isEmpty())
                || (node.isTextual() && node.textValue().isBlank());
    }
}
