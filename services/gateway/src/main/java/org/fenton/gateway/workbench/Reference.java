package org.fenton.gateway.workbench;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A paper, a row of the release, or another source.
 *
 * @param address where it can be read; empty where the id says no address. A page of the workbench begins with {@code /}
 */
public record Reference(String id, String address) {
    private static final Pattern PMID = Pattern.compile("PMID:(\\d{1,9})");
    private static final Pattern DOI = Pattern.compile("DOI:(10\\.\\d{4,9}/[^\\s<>\"]+)");
    private static final Pattern PMC = Pattern.compile("PMC:(PMC\\d{1,9})");
    private static final Pattern ROW = Pattern.compile("(?:[A-Z]{1,2}\\d{2,4}|[a-z-]+:\\d{1,4}|[a-z0-9-]+:[a-z-]+)");

    static Reference of(String id) {
        var pmid = PMID.matcher(id);
        if (pmid.matches()) {
            return new Reference(id, "https://pubmed.ncbi.nlm.nih.gov/" + pmid.group(1) + "/");
        }
        var doi = DOI.matcher(id);
        if (doi.matches()) {
            return new Reference(id, "https://doi.org/" + doi.group(1));
        }
        var pmc = PMC.matcher(id);
        if (pmc.matches()) {
            return new Reference(id, "https://pmc.ncbi.nlm.nih.gov/articles/" + pmc.group(1) + "/");
        }
        return ROW.matcher(id).matches() ? new Reference(id, "/workbench/facts/" + encoded(id)) : new Reference(id, "");
    }

    static List<Reference> of(Collection<String> ids) {
        return ids.stream().map(Reference::of).toList();
    }

    static String encoded(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
    }

    public String encodedId() {
        return encoded(id);
    }

    public boolean isElsewhere() {
        return address.startsWith("https:");
    }
}
