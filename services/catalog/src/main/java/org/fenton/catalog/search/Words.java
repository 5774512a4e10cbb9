package org.fenton.catalog.search;

import io.quarkus.hibernate.orm.panache.Panache;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.fenton.catalog.drug.DrugName;

/**
 * The words of a question, each with what else it is looked up under: the other names of a drug it names, or, where no
 * document holds it, the words nearest to it.
 */
record Words(
        Map<String, Set<String>> alternatives, Map<String, List<String>> spelling, Map<String, List<String>> synonyms) {
    private static final int MOST = 12;
    private static final int SHORTEST_CORRECTED = 4;
    /** Words are what stands between white space, and names have one line. */
    private static final String SEPARATOR = "\n";

    static Words of(String question, boolean correctsSpelling) {
        Words words = new Words(new LinkedHashMap<>(), new TreeMap<>(), new TreeMap<>());
        List<String> given = List.of(question.strip().split("[\\s,;]+"));
        for (String word : given.subList(0, Math.min(MOST, given.size()))) {
            if (!word.isBlank()) {
                words.add(word, correctsSpelling);
            }
        }
        return words;
    }

    /**
     * All words, each in any of its forms, as PostgreSQL writes a query. A form whose stem is itself is asked for once:
     * the planner would count its documents twice.
     */
    String query() {
        List<String> forms = alternatives.values().stream().flatMap(Set::stream).toList();
        Map<String, Set<String>> read = new HashMap<>();
        Panache.getEntityManager()
                .createNativeQuery(
                        "select form, cast(phraseto_tsquery('simple', form) as text), cast(phraseto_tsquery('english', form) as text)"
                                + " from unnest(string_to_array(:forms, :separator)) form",
                        Object[].class)
                .setParameter("forms", String.join(SEPARATOR, forms))
                .setParameter("separator", SEPARATOR)
                .getResultList()
                .forEach(row -> {
                    Object[] cells = (Object[]) row;
                    read.put((String) cells[0], new TreeSet<>(List.of((String) cells[1], (String) cells[2])));
                });
        List<String> all = new ArrayList<>();
        for (Set<String> forOne : alternatives.values()) {
            Set<String> any = new TreeSet<>();
            forOne.forEach(form -> any.addAll(read.getOrDefault(form, Set.of())));
            any.remove("");
            if (!any.isEmpty()) {
                all.add("((" + String.join(") | (", any) + "))");
            }
        }
        return String.join(" & ", all);
    }

    private void add(String word, boolean correctsSpelling) {
        Set<String> all = alternatives.computeIfAbsent(word, any -> new LinkedHashSet<>());
        all.add(word);
        List<String> names = namesOfDrug(word);
        if (!names.isEmpty()) {
            synonyms.put(word, names);
            all.addAll(names);
        } else if (correctsSpelling && word.length() >= SHORTEST_CORRECTED && !isKnown(word)) {
            List<String> near = near(word);
            if (!near.isEmpty()) {
                spelling.put(word, near);
                for (String read : near) {
                    all.add(read);
                    all.addAll(namesOfDrug(read));
                }
            }
        }
    }

    /** The other names of the drug that goes by this one. */
    private static List<String> namesOfDrug(String word) {
        List<String> names = new ArrayList<>();
        Panache.getEntityManager()
                .createNativeQuery(
                        "select distinct o.name from catalog.drug_name n join catalog.drug_name o on o.drug = n.drug"
                                + " where n.compact = :key and lower(o.name) <> lower(:word) order by 1",
                        String.class)
                .setParameter("key", DrugName.compact(word))
                .setParameter("word", word)
                .getResultList()
                .forEach(name -> names.add((String) name));
        return names;
    }

    /** It is a word of a document, or its stem is one's. */
    private static boolean isKnown(String word) {
        return !Panache.getEntityManager()
                .createNativeQuery("select 1 from catalog.search_word where word = lower(:word)"
                        + " union all select 1 from catalog.search_entry where document @@"
                        + " (plainto_tsquery('simple', :word) || plainto_tsquery('english', :word)) limit 1")
                .setParameter("word", word)
                .getResultList()
                .isEmpty();
    }

    private static List<String> near(String word) {
        List<?> near = Panache.getEntityManager()
                .createNativeQuery("select word from catalog.search_word where word operator(public.%) lower(:word)"
                        + " and public.similarity(word, lower(:word)) >= 0.4"
                        + " order by public.similarity(word, lower(:word)) desc, word limit 3")
                .setParameter("word", word)
                .getResultList();
        return near.stream().map(String.class::cast).toList();
    }
}
