package org.fenton.catalog.drug;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import org.fenton.catalog.seed.SeedFolder;
import org.fenton.catalog.seed.SeedKeys;
import org.fenton.catalog.seed.SeedRow;

/** A class of drugs, as rules and resistance mechanisms name them. */
@Entity
@Table(name = "drug_class")
public class DrugClassEntity extends PanacheEntityBase {
    @Id
    public String id;

    public String name;

    /** Null at a root. */
    public String parent;

    /** Parents may stand below their children, so every key is known before the first parent is looked up. */
    public static List<DrugClassEntity> read(SeedFolder folder, SeedKeys keys) {
        List<SeedRow> rows = folder.read("classes.tsv", List.of("id", "name", "parent"));
        rows.forEach(row -> row.newKey("id", keys.classes()));
        return rows.stream()
                .map(row -> {
                    DrugClassEntity drugClass = new DrugClassEntity();
                    drugClass.id = row.text("id");
                    drugClass.name = row.required("name");
                    drugClass.parent = row.key("parent", keys.classes());
                    return drugClass;
                })
                .toList();
    }
}
