package org.fenton.catalog.claim;

import io.quarkus.hibernate.orm.panache.Panache;
import jakarta.persistence.Query;
import java.util.List;
import java.util.Optional;
import org.fenton.catalog.rows.AsOf;

/**
 * What statements are counted from, under the same names whenever it is asked: the tables of now, or the same made of the
 * lines of the release that the request's {@code asOf} names. The counting itself is written once, on those names, so a
 * past day and today cannot be counted by different rules.
 */
final class StatementTables {
    private static final String SEPARATOR = "\n";

    private static final String NOW = """
            with claim as not materialized (select * from catalog.claim),
                 edge as not materialized (select * from catalog.edge),
                 drug_listing as not materialized (select * from catalog.drug_listing),
                 combination as not materialized (select * from catalog.combination),
                 combination_agent as not materialized (select * from catalog.combination_agent),
                 resistance as not materialized (select * from catalog.resistance),
                 scope as not materialized (select * from catalog.scope),
                 same_paper as not materialized (
                     select unnest(same_as) as other, study as pmid from catalog.claim where same_as <> array[]::text[]),
            """;

    /**
     * Members that a line leaves out are empty lists; V22 holds the index that finds papers with two names. Without
     * {@code offset 0} a line would be parsed anew for each of its members.
     */
    private static final String THEN = """
            with edge as materialized (
                     select j ->> 'id' as id, catalog.search_texts(j -> 'from') as from_nodes,
                            catalog.search_texts(j -> 'to') as to_nodes, j ->> 'sign' as sign,
                            catalog.search_texts(j -> 'scopes') as scopes, catalog.search_texts(j -> 'studies') as studies
                     from (select line::jsonb as j from catalog.release_line
                           where release = :release and type = 'edge' offset 0) told),
                 drug_listing as materialized (
                     select (j ->> 'id') || ':' || replace(lower(l ->> 'kind'), '_', '-') as id, j ->> 'id' as drug,
                            l ->> 'kind' as kind
                     from (select line::jsonb as j from catalog.release_line
                           where release = :release and type = 'drug' offset 0) told,
                          lateral jsonb_array_elements(j -> 'listings') l),
                 combination as materialized (
                     select j ->> 'id' as id, j ->> 'outcome' as outcome, catalog.search_texts(j -> 'scopes') as scopes,
                            catalog.search_texts(j -> 'studies') as studies, j -> 'agents' as agents
                     from (select line::jsonb as j from catalog.release_line
                           where release = :release and type = 'combination' offset 0) told),
                 combination_agent as materialized (
                     select c.id as combination, n - 1 as position, catalog.search_texts(a -> 'drugs') as drugs
                     from combination c, lateral jsonb_array_elements(c.agents) with ordinality as agent (a, n)),
                 resistance as not materialized (
                     select catalog.search_texts(line::jsonb -> 'studies') as studies from catalog.release_line
                     where release = :release and type = 'resistance'),
                 scope as not materialized (
                     select id, line::jsonb ->> 'kind' as kind from catalog.release_line
                     where release = :release and type = 'scope'),
                 same_paper as not materialized (
                     select other, j ->> 'study' as pmid
                     from (select line::jsonb as j from catalog.release_line
                           where release = :release and type = 'claim' and position('"sameAs":[' in line) > 0
                           offset 0) named,
                          lateral unnest(catalog.search_texts(j -> 'sameAs')) as other),
            """;

    /** Two names of one paper, and statements that say the contrary of each other (V10__claims.sql says why). */
    private static final String RULES = """
                 paper_alias as materialized (
                     select lower(other) as other, min(pmid) as pmid
                     from (select named.others[1] as other, named.pmids[1] as pmid
                           from (select studies from edge union all select studies from resistance
                                 union all select studies from combination) r,
                                lateral (select array_agg(s) filter (where s like 'PMID:%') as pmids,
                                                array_agg(s) filter (where s like 'DOI:%' or s like 'PMC:%') as others
                                         from unnest(r.studies) s) named
                           where cardinality(named.pmids) = 1 and cardinality(named.others) = 1
                           union all
                           select other, pmid from same_paper where pmid like 'PMID:%') pairs
                     group by lower(other)),
                 opposition as not materialized (
                     select a.id as statement_id, b.id as other_id, true as inverted,
                            a.scopes && b.scopes or 'general' = any (a.scopes) or 'general' = any (b.scopes) as same_place
                     from edge a join edge b on a.from_nodes && b.from_nodes and a.to_nodes && b.to_nodes
                     where (a.sign, b.sign) in (('+', '-'), ('-', '+'))
                     union all
                     select a.id, b.id, true, true
                     from drug_listing a join drug_listing b on a.drug = b.drug
                     where (a.kind, b.kind) in (('FERROPTOSIS_INDUCER', 'FERROPTOSIS_INHIBITOR'),
                                                ('FERROPTOSIS_INHIBITOR', 'FERROPTOSIS_INDUCER'))
                     union all
                     select a.id, b.id, false,
                            a.scopes && b.scopes or 'general' = any (a.scopes) or 'general' = any (b.scopes)
                     from combination a
                     join combination b on (a.outcome in ('SYNERGY', 'SENSITISATION', 'BENEFIT')
                             and b.outcome in ('NO_BENEFIT', 'ANTAGONISM', 'PROTECTION'))
                         or (b.outcome in ('SYNERGY', 'SENSITISATION', 'BENEFIT')
                             and a.outcome in ('NO_BENEFIT', 'ANTAGONISM', 'PROTECTION'))
                     join combination_agent a0 on a0.combination = a.id and a0.position = 0
                     join combination_agent a1 on a1.combination = a.id and a1.position = 1
                     join combination_agent b0 on b0.combination = b.id and b0.position = 0
                     join combination_agent b1 on b1.combination = b.id and b1.position = 1
                     where (a0.drugs && b0.drugs and a1.drugs && b1.drugs) or (a0.drugs && b1.drugs and a1.drugs && b0.drugs)),
            """;

    /** Of a release only the claims that are needed: those on the statements asked for and on their contraries. */
    private static final String CLAIMS_THEN = """
                 wanted as materialized (
                     select unnest(string_to_array(:ids, chr(10))) collate "C" as statement
                     union select other_id collate "C" from opposition where statement_id = any (string_to_array(:ids, chr(10)))),
                 claim as materialized (
                     select j ->> 'id' as id, statement as statement_id, j -> 'subject' ->> 'type' as subject_type,
                            j -> 'subject' ->> 'id' as subject_id, j ->> 'statement' as statement, j ->> 'direction' as direction,
                            j ->> 'study' as study, (j ->> 'inferred')::boolean as inferred,
                            not (j ->> 'inferred')::boolean and j ->> 'study' !~ '^S-' as counted
                     from (select w.statement as statement, l.line::jsonb as j
                           from wanted w join catalog.release_line l on l.release = :release and l.type = 'claim'
                                and l.id > w.statement and l.id < w.statement || 'A'
                                and split_part(split_part(l.id, '@', 1), '/', 1) = w.statement
                           offset 0) found),
            """;

    private static final String PAPERS = """
                 statement_paper as not materialized (
                     select c.statement_id, coalesce(lower(a.pmid), lower(c.study)) as paper, c.direction as side
                     from claim c left join paper_alias a on a.other = lower(c.study)
                     where c.counted
                     union
                     select o.statement_id, coalesce(lower(a.pmid), lower(c.study)),
                            case when not o.inverted or c.direction = 'NEUTRAL' then c.direction
                                 when c.direction = 'SUPPORTS' then 'DISPUTES' else 'SUPPORTS' end
                     from opposition o
                     join claim c on c.statement_id = o.other_id and c.counted
                     left join paper_alias a on a.other = lower(c.study)
                     where o.same_place)
            """;

    /** Every claim, by its key and the end of its line, from {@code study} on, which is read much faster than the line. */
    private static final String KEYS_THEN = """
                 claim as not materialized (
                     select id, split_part(split_part(id, '@', 1), '/', 1) collate "C" as statement_id,
                            s -> 'subject' ->> 'type' as subject_type, s -> 'subject' ->> 'id' as subject_id,
                            s ->> 'study' as study
                     from (select id, (chr(123) || '"study":' || split_part(line, ',"study":', -1))::jsonb as s
                           from catalog.release_line where release = :release and type = 'claim' offset 0) keyed),
                 no_more as (select 1)
            """;

    private StatementTables() {}

    /** A question about the statements of these ids: {@code text} reads the tables, and {@code :ids} is the list, parted by line feeds. */
    static Query of(List<String> ids, String text) {
        Optional<String> release = AsOf.release();
        String tables = release.isPresent() ? THEN + RULES + CLAIMS_THEN + PAPERS : NOW + RULES + PAPERS;
        return query(tables + text, release).setParameter("ids", String.join(SEPARATOR, ids));
    }

    /** A question about all statements, which may not ask what a claim says, only what it is about. */
    static Query every(String text) {
        Optional<String> release = AsOf.release();
        return query(
                (release.isPresent() ? THEN + RULES + KEYS_THEN : NOW + RULES + "no_more as (select 1) ") + text,
                release);
    }

    private static Query query(String text, Optional<String> release) {
        Query query = Panache.getEntityManager().createNativeQuery(text);
        release.ifPresent(id -> query.setParameter("release", id));
        return query;
    }
}
