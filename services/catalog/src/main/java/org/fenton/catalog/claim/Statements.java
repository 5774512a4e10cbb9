package org.fenton.catalog.claim;

import io.quarkus.hibernate.orm.panache.Panache;
import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.fenton.http.ProblemException;

/** Reads statements off the claims; the counting is SQL's ({@link StatementTables}). */
public final class Statements {
    private static final int CLAIMS_SHOWN = 500;
    private static final int STATEMENTS_TO_SUGGEST = 20_000;

    private static final String READ = """
            select s.id, s.subject_type, s.subject_id, s.statement, s.claims, s.inferences, s.without_paper,
                   p.studies_for, p.studies_against, p.studies_neutral, p.both_sides
            from (select statement_id as id, min(subject_type) as subject_type, min(subject_id) as subject_id,
                         coalesce(min(statement) filter (where position('/' in split_part(id, '@', 1)) = 0),
                                  min(statement)) as statement,
                         count(*) as claims, count(*) filter (where inferred) as inferences,
                         count(*) filter (where not counted and not inferred) as without_paper
                  from claim
                  where statement_id = any (string_to_array(:ids, chr(10)))
                  group by statement_id) s,
                 lateral (select count(*) filter (where pro) as studies_for, count(*) filter (where con) as studies_against,
                                 count(*) filter (where neutral) as studies_neutral,
                                 count(*) filter (where pro and con) as both_sides
                          from (select bool_or(side = 'SUPPORTS') as pro, bool_or(side = 'DISPUTES') as con,
                                       bool_or(side = 'NEUTRAL') as neutral
                                from statement_paper
                                where statement_id = s.id
                                group by paper) papers) p
            order by s.id""";

    private Statements() {}

    /** The statements of these ids that exist, in id order. */
    public static List<StatementView> of(List<String> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<String, List<StatementView.Opposition>> opposed = oppositions(ids);
        return rows(StatementTables.of(ids, READ)).stream()
                .map(row -> view(row, opposed.getOrDefault((String) row[0], List.of())))
                .toList();
    }

    /** The first claims on a statement, in the order of their ids. */
    public static List<ClaimView> claims(String statement, int most) {
        return ClaimResource.ROWS.first(ClaimResource.on(statement), most);
    }

    public static StatementDetail detail(String id) {
        List<StatementView> found = of(List.of(id));
        if (found.isEmpty()) {
            List<?> known = StatementTables.every("select distinct statement_id from claim order by 1")
                    .setMaxResults(STATEMENTS_TO_SUGGEST)
                    .getResultList();
            throw ProblemException.notFound(
                    "statement", id, known.stream().map(String.class::cast).toList());
        }
        List<ClaimView> claims = claims(id, CLAIMS_SHOWN + 1);
        boolean complete = claims.size() <= CLAIMS_SHOWN;
        Map<String, String> papers = papers(id);
        Map<String, String> kinds = new TreeMap<>();
        rows(StatementTables.every("select id, kind from scope"))
                .forEach(row -> kinds.put((String) row[0], (String) row[1]));
        Map<String, SourceView> sources = new TreeMap<>();
        List<StatementDetail.Said> said = new ArrayList<>();
        for (ClaimView claim : complete ? claims : claims.subList(0, CLAIMS_SHOWN)) {
            List<SourceView> read = claim.source().stream()
                    .sorted()
                    .map(source -> sources.computeIfAbsent(source, SourceResource.ROWS::get))
                    .toList();
            String paper = papers.get(claim.id());
            said.add(new StatementDetail.Said(
                    claim, scope(claim, kinds), paper, paper != null && !claim.inferred(), read));
        }
        // Not a fact of a release: whoever reads an old one is told as well that it was reported since.
        long openReports = number(
                sql("select count(*) from catalog.report where statement = :id and state in ('OPEN', 'IN_CORRECTION')")
                        .setParameter("id", id)
                        .getSingleResult());
        return new StatementDetail(found.get(0), openReports, complete, said);
    }

    private static Map<String, List<StatementView.Opposition>> oppositions(List<String> ids) {
        Map<String, List<StatementView.Opposition>> opposed = new LinkedHashMap<>();
        String select = "select statement_id, other_id, bool_or(same_place) from opposition"
                + " where statement_id = any (string_to_array(:ids, chr(10)))"
                + " group by statement_id, other_id order by statement_id, other_id";
        for (Object[] row : rows(StatementTables.of(ids, select))) {
            opposed.computeIfAbsent((String) row[0], any -> new ArrayList<>())
                    .add(new StatementView.Opposition((String) row[1], (Boolean) row[2]));
        }
        return opposed;
    }

    /** The one name of each claim's paper; a claim on a source key has none. */
    private static Map<String, String> papers(String statement) {
        Map<String, String> papers = new TreeMap<>();
        String select = "select c.id, coalesce(a.pmid, c.study) from claim c"
                + " left join paper_alias a on a.other = lower(c.study)"
                + " where c.statement_id = any (string_to_array(:ids, chr(10))) and c.study !~ '^S-'";
        rows(StatementTables.of(List.of(statement), select))
                .forEach(row -> papers.put((String) row[0], (String) row[1]));
        return papers;
    }

    private static StatementDetail.Scope scope(ClaimView claim, Map<String, String> kinds) {
        return new StatementDetail.Scope(
                ofKind(claim.scopes(), kinds, "TUMOUR"),
                ofKind(claim.scopes(), kinds, "TISSUE"),
                ofKind(claim.scopes(), kinds, "STATE"),
                claim.setting(),
                claim.species());
    }

    private static List<String> ofKind(List<String> scopes, Map<String, String> kinds, String kind) {
        List<String> of =
                scopes.stream().filter(scope -> kind.equals(kinds.get(scope))).toList();
        return of.isEmpty() ? null : of;
    }

    private static StatementView view(Object[] row, List<StatementView.Opposition> opposedBy) {
        long studiesFor = number(row[7]);
        long studiesAgainst = number(row[8]);
        String id = (String) row[0];
        var evidence = new StatementView.Evidence(
                number(row[4]),
                studiesFor,
                studiesAgainst,
                number(row[9]),
                number(row[10]),
                number(row[5]),
                number(row[6]),
                StatementView.Evidence.disagreement(studiesFor, studiesAgainst));
        var subject = new ClaimView.Subject(SubjectType.of((String) row[1]), (String) row[2]);
        return new StatementView(id, subject, (String) row[3], evidence, opposedBy, "/v1/reports?statement=" + id);
    }

    private static long number(Object count) {
        return ((Number) count).longValue();
    }

    static Query sql(String text) {
        return Panache.getEntityManager().createNativeQuery(text);
    }

    static List<Object[]> rows(Query query) {
        List<Object[]> rows = new ArrayList<>();
        query.getResultList().forEach(row -> rows.add((Object[]) row));
        return rows;
    }
}
