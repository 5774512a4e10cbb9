package org.fenton.catalog.claim;

import jakarta.persistence.Query;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which statements are asked for; several parameters narrow each other. */
public class StatementQuery {
    @Parameter(description = "Type of the subject: edge, context, drug, resistance or combination.")
    @QueryParam("type")
    public String type;

    @Parameter(description = "Id of the subject: E001, C01, R01, K01 or a drug.")
    @QueryParam("subject")
    public String subject;

    @Parameter(description = "Id of a drug: its listings and the combinations it is an agent of.")
    @QueryParam("drug")
    public String drug;

    @Parameter(description = "A node of the graph: edges from or to it.")
    @QueryParam("node")
    public String node;

    @Parameter(description = "A study, by any identifier of the paper.")
    @QueryParam("study")
    public String study;

    /** Ids after {@code after}, one more than {@code limit} when there are more. */
    public List<String> ids(String after, int limit) {
        Query query = filled("select distinct c.statement_id", " and c.statement_id > :after order by 1 limit :most")
                .setParameter("after", after)
                .setParameter("most", limit + 1);
        return query.getResultList().stream().map(String.class::cast).toList();
    }

    long count() {
        return ((Number) filled("select count(distinct c.statement_id)", "").getSingleResult()).longValue();
    }

    private Query filled(String select, String tail) {
        Map<String, String> given = new TreeMap<>();
        String where = " from claim c where true"
                + when(given, "type", type, "c.subject_type = :type")
                + when(given, "subject", subject, "c.subject_id = :subject")
                + when(
                        given,
                        "drug",
                        drug,
                        "((c.subject_type = 'drug' and c.subject_id = :drug)"
                                + " or (c.subject_type = 'combination' and c.subject_id in"
                                + " (select combination from combination_agent where :drug = any (drugs))))")
                + when(
                        given,
                        "node",
                        node,
                        "c.subject_type = 'edge' and c.subject_id in (select id from edge"
                                + " where :node = any (from_nodes) or :node = any (to_nodes))")
                + when(
                        given,
                        "study",
                        study,
                        "lower(c.study) in (select lower(:study)"
                                + " union select lower(pmid) from paper_alias where other = lower(:study)"
                                + " union select other from paper_alias where lower(pmid) = lower(:study))");
        Query query = StatementTables.every(select + where + tail);
        given.forEach(query::setParameter);
        return query;
    }

    private static String when(Map<String, String> given, String name, String value, String condition) {
        if (value == null || value.isBlank()) {
            return "";
        }
        given.put(name, value);
        return " and " + condition;
    }
}
