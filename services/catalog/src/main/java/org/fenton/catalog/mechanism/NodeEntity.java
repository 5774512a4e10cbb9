package org.fenton.catalog.mechanism;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import org.fenton.catalog.seed.SeedFolder;
import org.fenton.catalog.seed.SeedKeys;

/** A gene (HGNC symbol), complex, process or metabolite of the mechanism graph. */
@Entity
@Table(name = "node")
public class NodeEntity extends PanacheEntityBase {
    @Id
    public String id;

    @Enumerated(EnumType.STRING)
    public NodeKind kind;

    public String name;

    /** Genes of a complex (a cytokine with its receptor chains is one); forms of a metabolite that are one pool; else empty. */
    public List<String> members;

    public static List<NodeEntity> read(SeedFolder folder, SeedKeys keys) {
        return folder.read("nodes.tsv", List.of("id", "kind", "name", "members")).stream()
                .map(row -> {
                    NodeEntity node = new NodeEntity();
                    node.id = row.newKey("id", keys.nodes());
                    node.kind = row.oneOf("kind", NodeKind.class);
                    node.name = row.required("name");
                    node.members = row.set("members");
                    return node;
                })
                .toList();
    }
}
