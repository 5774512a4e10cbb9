package org.fenton.catalog.mechanism;

import java.util.List;

/** A node as answered and released; {@code members} is absent but for complexes. */
public record NodeView(String id, NodeKind kind, String name, List<String> members) {
    public static NodeView of(NodeEntity row) {
        return new NodeView(row.id, row.kind, row.name, row.members.isEmpty() ? null : row.members);
    }
}
