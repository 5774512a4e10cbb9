package org.fenton.catalog.claim;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import org.fenton.catalog.seed.SeedFolder;
import org.fenton.catalog.seed.SeedKeys;

/** Where facts were read, and how far: an abstract, a database row, a label excerpt. */
@Entity
@Table(name = "source")
public class SourceEntity extends PanacheEntityBase {
    @Id
    public String id;

    public String address;
    public String description;
    public String readHow;
    public String licenceNote;

    /** A CURIE or address that names the source itself; null where the facts give none. */
    public String identifier;

    /** An SPDX id, {@code NON-COMMERCIAL}, {@code OWN-TERMS}, or {@code UNKNOWN}. */
    public String licence;

    public static List<SourceEntity> read(SeedFolder folder, SeedKeys keys) {
        List<String> columns =
                List.of("id", "address", "description", "readHow", "licenceNote", "identifier", "licence");
        return folder.read("sources.tsv", columns).stream()
                .map(row -> {
                    SourceEntity source = new SourceEntity();
                    source.id = row.newKey("id", keys.sources());
                    source.address = row.required("address");
                    source.description = row.required("description");
                    source.readHow = row.text("readHow");
                    source.licenceNote = row.text("licenceNote");
                    source.identifier = row.text("identifier");
                    source.licence = row.required("licence");
                    return source;
                })
                .toList();
    }
}
