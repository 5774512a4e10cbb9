package org.fenton.catalog.drug;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.hibernate.orm.panache.Panache;
import jakarta.persistence.Query;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.fenton.catalog.rows.AsOf;
import org.fenton.catalog.rows.Rows;

/** Drugs and their names, under the same names whenever it is asked: of now, or of the release that {@code asOf} names. */
final class DrugTables {
    private static final String NOW = "with drug as not materialized (select id, name, moiety from catalog.drug),"
            + " drug_name as not materialized (select * from catalog.drug_name) ";

    /** A release holds names as they are written; under what keys they are found is made of them again. */
    private static final String THEN =
            "with drug as (select * from jsonb_to_recordset(cast(:drugs as jsonb)) as d (id text, name text, moiety text)),"
                    + " drug_name as (select * from jsonb_to_recordset(cast(:names as jsonb))"
                    + " as n (drug text, position integer, name text, compact text, words text, kind text)) ";

    private static final int RELEASES_KEPT = 4;
    private static final Pattern ISOTOPE = Pattern.compile("\\[[0-9]");

    /** A release never changes, so what was made of one stays right. */
    private static final Map<String, Named> LAST = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Named> eldest) {
            return size() > RELEASES_KEPT;
        }
    });

    private DrugTables() {}

    /** The drugs of one release and their names, as JSON arrays. */
    private record Named(String drugs, String names) {}

    static Query query(String text) {
        Optional<String> release = AsOf.release();
        if (release.isEmpty()) {
            return Panache.getEntityManager().createNativeQuery(NOW + text);
        }
        Named named = LAST.get(release.get());
        if (named == null) {
            named = named();
            LAST.put(release.get(), named);
        }
        return Panache.getEntityManager()
                .createNativeQuery(THEN + text)
                .setParameter("drugs", named.drugs)
                .setParameter("names", named.names);
    }

    private static Named named() {
        ArrayNode drugs = JsonNodeFactory.instance.arrayNode();
        ArrayNode names = JsonNodeFactory.instance.arrayNode();
        for (DrugView drug : DrugResource.ROWS.first(Rows.Where.ANY, Integer.MAX_VALUE)) {
            drugs.addObject().put("id", drug.id()).put("name", drug.name()).put("moiety", moiety(drug));
            int position = 0;
            for (DrugName name : DrugName.of(drug.id(), drug.name(), drug.synonyms())) {
                ObjectNode row = names.addObject();
                row.put("drug", drug.id()).put("position", position++).put("name", name.name());
                row.put("compact", name.compact())
                        .put("words", name.words())
                        .put("kind", name.kind().name());
            }
        }
        return new Named(drugs.toString(), names.toString());
    }

    /** A structure is labelled where its SMILES names an isotope ({@link Structure#moiety()}). */
    private static String moiety(DrugView drug) {
        if (drug.inchiKey() == null) {
            return null;
        }
        return ISOTOPE.matcher(drug.smiles()).find()
                ? Structure.labelled(drug.inchiKey())
                : Structure.connectivity(drug.inchiKey());
    }
}
