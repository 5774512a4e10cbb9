package org.fenton.catalog.disease;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import org.fenton.catalog.seed.SeedFolder;
import org.fenton.catalog.seed.SeedKeys;
import org.fenton.core.knowledge.Scope;
import org.fenton.core.knowledge.Scope.Kind;

/** Where a fact was seen to hold: a tumour type, a state of a tumour, or a tissue. */
@Entity
@Table(name = "scope")
public class ScopeEntity extends PanacheEntityBase {
    @Id
    public String id;

    public String name;

    @Enumerated(EnumType.STRING)
    public Kind kind;

    /** Codes a tumour scope covers, with their descendants; empty for states and tissues. */
    public List<String> oncotree;

    public static List<ScopeEntity> read(SeedFolder folder, SeedKeys keys) {
        keys.scopes().add(Scope.GENERAL);
        return folder.read("scopes.tsv", List.of("id", "name", "kind", "oncotree")).stream()
                .map(row -> {
                    ScopeEntity scope = new ScopeEntity();
                    scope.id = row.newKey("id", keys.scopes());
                    scope.name = row.required("name");
                    scope.kind = row.oneOf("kind", Kind.class);
                    scope.oncotree = row.keys("oncotree", keys.tumours());
                    return scope;
                })
                .toList();
    }
}
