package org.fenton.catalog.curation;

import io.quarkus.hibernate.orm.panache.Panache;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.fenton.catalog.claim.Grade;
import org.fenton.http.CloseNames;
import org.fenton.http.Problem.Fault;
import org.fenton.http.ProblemException;
import org.fenton.http.ProblemType;

/** Holds what a curator wrote to the vocabulary of the catalog; every fault is named at once. */
final class ContentCheck {
    private static final Pattern PAPER = Pattern.compile("PMID:[1-9][0-9]*|DOI:10\\.[^ ]+|PMC:PMC[0-9]+|FERREG:[^ ]+");
    private static final Set<String> SPECIES =
            Set.of("human", "mouse", "rat", "dog", "goat", "pig", "rabbit", "zebrafish");

    private final List<Fault> faults = new ArrayList<>();

    private ContentCheck() {}

    static void refuseFaults(ClaimContent content) {
        ContentCheck check = new ContentCheck();
        Set<String> scopes = keys("scope");
        scopes.add("general");
        check.known("/content/scopes", content.scopes(), scopes);
        check.known("/content/source", content.source(), keys("source"));
        check.known("/content/species", ClaimContent.sorted(content.species()), SPECIES);
        check.paper("/content/study", content.study());
        List<String> sameAs = ClaimContent.sorted(content.sameAs());
        for (int i = 0; i < sameAs.size(); i++) {
            check.paper("/content/sameAs/" + i, sameAs.get(i));
        }
        if (Grade.of(content.confidence()) == Grade.UNSTATED) {
            check.faults.add(new Fault(
                    "/content/confidence", "begins with none of the codes", "A-abs, A-db, A-rev, A-data, A, B or C"));
        }
        if (!check.faults.isEmpty()) {
            throw new ProblemException(
                    ProblemType.INVALID_REQUEST,
                    check.faults.size() + " value(s) the catalog does not know",
                    check.faults);
        }
    }

    private void known(String pointer, List<String> given, Set<String> known) {
        for (int i = 0; i < given.size(); i++) {
            if (!known.contains(given.get(i))) {
                String close = String.join(", ", CloseNames.of(given.get(i), known));
                faults.add(new Fault(pointer + "/" + i, "'" + given.get(i) + "' is not known", close));
            }
        }
    }

    private void paper(String pointer, String study) {
        if (!PAPER.matcher(study).matches()) {
            faults.add(new Fault(pointer, "'" + study + "' names no paper", "PMID:n, DOI:10.x, PMC:PMCn or FERREG:x"));
        }
    }

    private static Set<String> keys(String table) {
        Set<String> keys = new TreeSet<>();
        List<?> found = Panache.getEntityManager()
                .createNativeQuery("select id from catalog." + table)
                .getResultList();
        found.forEach(key -> keys.add((String) key));
        return keys;
    }
}
