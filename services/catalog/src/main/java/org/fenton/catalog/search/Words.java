package org.fenton.catalog.search;

import io.quarkus.hibernate.orm.panache.Panache;
import java.util.ArrayList;
import java.util.Arrays;
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
        List<String> given = Arrays.stream(question.strip().split("[\\s,;]+"))
                .filter(word -> !word.isBlank())
                .limit(MOST)
                .toList();
        read(given).forEach(word -> words.add(word, correctsSpelling));
        return words;
    }

    /** A word of a question; whether it was met in a title or a name, and the other names of the drug that it names. */
    private record Read(String word, boolean isMet, List<String> names) {}

    /**
     * One question for all words. No query here names its result's class: Hibernate finds the plan of such a query in its
     * cache never again, and looks through all that it has kept each time.
     */
    private static List<Read> read(List<String> words) {
        List<Read> read = new ArrayList<>();
        List<?> rows = Panache.getEntityManager()
                .createNativeQuery(
                        "select w.word, exists (select from catalog.search_word s where s.word = lower(w.word)),"
                                + " array_to_string(array(select distinct o.name from catalog.drug_name n"
                                + " join catalog.drug_name o on o.drug = n.drug"
                                + " where n.compact = w.key and lower(o.name) <> lower(w.word) order by 1), :separator)"
                                + " from unnest(string_to_array(:words, :separator), string_to_array(:keys, :separator))"
                                + " with ordinality as w (word, key, place) order by w.place")
                .setParameter("words", String.join(SEPARATOR, words))
                .setParameter(
                        "keys",
                        String.join(
                                SEPARATOR, words.stream().map(DrugName::compact).toList()))
                .setParameter("separator", SEPARATOR)
                .getResultList();
        for (Object row : rows) {
            Object[] cells = (Object[]) row;
            String names = (String) cells[2];
            read.add(new Read(
                    (String) cells[0],
                    (Boolean) cells[1],
                    names.isEmpty() ? List.of() : List.of(names.split(SEPARATOR))));
        }
        return read;
    }

    /**
     * All words, each in any of its forms, as PostgreSQL writes a query. A form whose stem is itself is asked for once:
     * the planner would count its documents twice. The statement also tells the planner, until the transaction ends, what
     * it cannot know of a question: that reading everything is never the quick way, and that a plan for one question does
     * not suit the next.
     */
    String query() {
        List<String> forms = alternatives.values().stream().flatMap(Set::stream).toList();
        Map<String, Set<String>> read = new HashMap<>();
        Panache.getEntityManager()
                .createNativeQuery(
                        "select form, cast(phraseto_tsquery('simple', form) as text), cast(phraseto_tsquery('english', form) as text),"
                                + " set_config('enable_seqscan', 'off', true), set_config('plan_cache_mode', 'force_custom_plan', true)"
                                + " from unnest(string_to_array(:forms, :separator)) form")
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

    private void add(Read read, boolean correctsSpelling) {
        String word = read.word;
        Set<String> all = alternatives.computeIfAbsent(word, any -> new LinkedHashSet<>());
        all.add(word);
        if (!read.names.isEmpty()) {
            synonyms.put(word, read.names);
            all.addAll(read.names);
        } else if (correctsSpelling && word.length() >= SHORTEST_CORRECTED && !read.isMet && !isStem(word)) {
            List<String> near = near(word);
            if (!near.isEmpty()) {
                spelling.put(word, near);
                for (Read instead : read(near)) {
                    all.add(instead.word);
                    all.addAll(instead.names);
                }
            }
        }
    }

    /** Its stem is that of a word of a document. */
    private static boolean isStem(String word) {
        return !Panache.getEntityManager()
                .createNativeQuery("select 1 from catalog.search_entry where document @@"
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
