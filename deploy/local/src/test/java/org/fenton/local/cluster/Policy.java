package org.fenton.local.cluster;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Predicate;

/**
 * A rule that manifests are held to.
 *
 * @param concerns which objects it is about
 * @param holds whether an object keeps it
 * @param spoils changes to an object that keeps it, each of which must be noticed
 */
record Policy(String name, Predicate<Subject> concerns, Predicate<Subject> holds, List<Spoil> spoils) {
    static Policy of(String name, Predicate<Subject> concerns, Predicate<Subject> holds, Spoil... spoils) {
        return new Policy(name, concerns, holds, List.of(spoils));
    }

    /** Where a change is made: in the object, in its pod, in its first container. */
    enum Place {
        OBJECT,
        POD,
        CONTAINER
    }

    /** A value put in place of another; without one, the value is taken away. */
    record Spoil(Place place, String pointer, String json) {
        static Spoil object(String pointer, String json) {
            return new Spoil(Place.OBJECT, pointer, json);
        }

        static Spoil pod(String pointer, String json) {
            return new Spoil(Place.POD, pointer, json);
        }

        static Spoil container(String pointer, String json) {
            return new Spoil(Place.CONTAINER, pointer, json);
        }

        void on(Subject subject) {
            JsonNode root =
                    switch (place) {
                        case OBJECT -> subject.object();
                        case POD -> subject.pod();
                        case CONTAINER -> subject.container();
                    };
            JsonPointer whole = JsonPointer.compile(pointer);
            JsonNode parent = root.at(whole.head());
            String last = whole.last().getMatchingProperty();
            if (parent instanceof ArrayNode array) {
                array.remove(Integer.parseInt(last));
            } else if (json == null) {
                ((ObjectNode) parent).remove(last);
            } else {
                ((ObjectNode) parent).set(last, parsed(json));
            }
        }

        private static JsonNode parsed(String json) {
            try {
                return new ObjectMapper().readTree(json);
            } catch (JsonProcessingException wrong) {
                throw new IllegalArgumentException(json, wrong);
            }
        }
    }
}
