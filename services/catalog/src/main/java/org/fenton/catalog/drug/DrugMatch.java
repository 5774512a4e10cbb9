package org.fenton.catalog.drug;

import java.util.List;

/**
 * A drug that a name, key or structure resolves to.
 *
 * @param as the name of the drug that matched, or its moiety
 */
public record DrugMatch(String drug, String name, How how, String as) {

    /** Strongest first; only the strongest kind that matches anything is answered. */
    public enum How {
        ID,
        NAME,
        SYNONYM,
        /** The words in another order. */
        WORD_ORDER,
        /** The name without the words that name a salt. */
        SALT,
        /** The connectivity of the structure. */
        CONNECTIVITY
    }

    private static final String KEY = "[A-Z]{14}(-[A-Z]{10}(-[A-Z])?)?";

    /** By id, name, synonym, code or InChIKey; spelling, word order and salt set aside in that order. */
    public static List<DrugMatch> named(String given) {
        if (given.matches(KEY)) {
            return ofMoiety(Structure.connectivity(given));
        }
        List<DrugMatch> matches = read(
                "case n.kind when 'ID' then 'ID' when 'NAME' then 'NAME' else 'SYNONYM' end",
                "n.compact = :key",
                DrugName.compact(given));
        List<DrugMatch> strongest = strongest(matches);
        if (strongest.isEmpty() && !DrugName.words(given).isEmpty()) {
            strongest = read("'WORD_ORDER'", "n.words = :key", DrugName.words(given));
        }
        String moiety = DrugName.withoutSalt(given);
        if (strongest.isEmpty() && !moiety.isEmpty()) {
            strongest = read("'SALT'", "n.compact = :key", DrugName.compact(moiety));
        }
        return strongest;
    }

    /** By structure: counter-ions are taken away first. */
    static List<DrugMatch> ofStructure(String smiles) {
        return ofMoiety(Structure.withoutSalt(smiles).moiety());
    }

    private static List<DrugMatch> ofMoiety(String moiety) {
        return rows("select d.id, d.name, 'CONNECTIVITY', d.moiety from drug d where d.moiety = :key", moiety);
    }

    private static List<DrugMatch> read(String how, String where, String key) {
        return rows(
                "select distinct on (d.id) d.id, d.name, " + how + ", n.name from drug d"
                        + " join drug_name n on n.drug = d.id where " + where + " order by d.id, n.position",
                key);
    }

    private static List<DrugMatch> strongest(List<DrugMatch> matches) {
        return matches.stream().map(DrugMatch::how).sorted().findFirst().stream()
                .flatMap(best -> matches.stream().filter(match -> match.how == best))
                .toList();
    }

    private static List<DrugMatch> rows(String sql, String key) {
        List<?> rows = DrugTables.query(sql).setParameter("key", key).getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row ->
                        new DrugMatch((String) row[0], (String) row[1], How.valueOf((String) row[2]), (String) row[3]))
                .toList();
    }
}
