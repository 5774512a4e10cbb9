package org.fenton.catalog.safety;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import org.fenton.catalog.seed.Keys;
import org.fenton.catalog.seed.SeedFolder;
import org.fenton.catalog.seed.SeedKeys;

/** A class of medicines that changes the exposure or the risk of others, with the names medication lists use. */
@Entity
@Table(name = "interaction")
public class InteractionEntity extends PanacheEntityBase {
    @Id
    public String id;

    public String name;
    public List<String> drugs;
    public List<String> sources;

    public static List<InteractionEntity> read(SeedFolder folder, SeedKeys keys) {
        Keys own = new Keys("interaction class");
        return folder.read("interactions.tsv", List.of("id", "name", "drugs", "sources")).stream()
                .map(row -> {
                    InteractionEntity interaction = new InteractionEntity();
                    interaction.id = row.newKey("id", own);
                    interaction.name = row.required("name");
                    interaction.drugs = row.requiredSet("drugs");
                    interaction.sources = row.requiredKeys("sources", keys.sources());
                    return interaction;
                })
                .toList();
    }
}
