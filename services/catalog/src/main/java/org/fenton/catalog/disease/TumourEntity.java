package org.fenton.catalog.disease;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import org.fenton.catalog.seed.SeedFolder;
import org.fenton.catalog.seed.SeedKeys;
import org.fenton.catalog.seed.SeedRow;

/** An OncoTree node. */
@Entity
@Table(name = "tumour")
public class TumourEntity extends PanacheEntityBase {
    @Id
    public String id;

    public String name;

    /** Null at a root. */
    public String parent;

    public String tissue;
    public String mainType;

    /** Parents may stand below their children, so every key is known before the first parent is looked up. */
    public static List<TumourEntity> read(SeedFolder folder, SeedKeys keys) {
        List<SeedRow> rows = folder.read("tumours.tsv", List.of("id", "name", "parent", "tissue", "mainType"));
        rows.forEach(row -> row.newKey("id", keys.tumours()));
        return rows.stream()
                .map(row -> {
                    TumourEntity tumour = new TumourEntity();
                    tumour.id = row.text("id");
                    tumour.name = row.required("name");
                    tumour.parent = row.key("parent", keys.tumours());
                    tumour.tissue = row.text("tissue");
                    tumour.mainType = row.text("mainType");
                    return tumour;
                })
                .toList();
    }
}
