-- What a claim says of itself: how sure, how known, by what kind of agent, in what setting. Defaults let the previous
-- version of the service go on inserting.
alter table source
    add column identifier  text,
    add column licence     text not null default 'UNKNOWN';

alter table drug_listing add column caveat_studies text[] not null default '{}' check (curies(caveat_studies));

alter table claim
    add column grade            text not null default 'UNSTATED' check (grade in ('A', 'B', 'C', 'UNSTATED')),
    add column strength         text not null default 'UNKNOWN'
        check (strength in ('STRONG', 'MODERATE', 'WEAK', 'NONE', 'UNKNOWN')),
    add column knowledge_level  text not null default 'not_provided'
        check (knowledge_level in ('knowledge_assertion', 'logical_entailment', 'prediction', 'statistical_association',
            'observation', 'not_provided')),
    add column agent_type       text not null default 'not_provided'
        check (agent_type in ('manual_agent', 'automated_agent', 'data_analysis_pipeline', 'computational_model',
            'text_mining_agent', 'image_processing_agent', 'manual_validation_of_automated_agent', 'not_provided')),
    -- Tissue, cell or model, as the row words it.
    add column setting          text,
    add column species          text[] not null default '{}'
        check (species <@ array['human', 'mouse', 'rat', 'dog', 'goat', 'pig', 'rabbit', 'zebrafish']),
    -- Other identifiers of the very paper that study names.
    add column same_as          text[] not null default '{}' check (curies(same_as)),
    -- E037@PMID:1 and sorafenib:ferroptosis-inducer/caveat@DOI:2 speak of E037 and of sorafenib:ferroptosis-inducer.
    add column statement_id     text collate "C" generated always as (split_part(split_part(id, '@', 1), '/', 1)) stored,
    -- Only a paper counts, and only for what it says itself: not a source key, not the curator's inference.
    add column counted          boolean generated always as (not inferred and study !~ '^S-') stored,
    add constraint claim_study_form check (study ~ '^(PMID:[0-9]+|DOI:10\.[^ ]+|PMC:PMC[0-9]+|FERREG:[^ ]+|TEXT:.+|S-[A-Za-z0-9]+)$'),
    add constraint claim_inferred_is_inference check (inferred = (level is not distinct from 'INFERENCE')),
    add constraint claim_inference_is_no_evidence check (not inferred or (strength in ('NONE', 'UNKNOWN')
        and knowledge_level in ('prediction', 'logical_entailment', 'not_provided'))),
    add constraint claim_evidence_has_strength check (inferred or strength <> 'NONE');

create index claim_statement on claim (statement_id, id);
create index claim_aliases on claim (study) where same_as <> '{}';

-- One name for each paper. An edge, resistance or combination row that gives one PMID and one DOI or PMC id names one
-- paper twice (docs/data.md; the same rule as in services/documents).
create view paper_alias as
    select lower(other) as other, min(pmid) as pmid
    from (
        select named.others[1] as other, named.pmids[1] as pmid
        from (select studies from edge union all select studies from resistance union all select studies from combination) r,
             lateral (select array_agg(s) filter (where s like 'PMID:%') as pmids,
                             array_agg(s) filter (where s like 'DOI:%' or s like 'PMC:%') as others
                      from unnest(r.studies) s) named
        where cardinality(named.pmids) = 1 and cardinality(named.others) = 1
        union all
        select unnest(same_as), study from claim where same_as <> '{}' and study like 'PMID:%') pairs
    group by lower(other);

-- Which statements say the contrary, and whether of the same place: two edges between the same nodes with opposite
-- signs, a drug on both ferroptosis lists, one pair of drugs with opposite outcomes. Support of an inverted one is
-- dispute of the other; two outcomes of one pair answer one question, so their studies keep their side.
create view opposition as
    select a.id as statement_id, b.id as other_id, true as inverted,
           a.scopes && b.scopes or 'general' = any (a.scopes) or 'general' = any (b.scopes) as same_place
    from edge a join edge b on a.from_nodes && b.from_nodes and a.to_nodes && b.to_nodes
    where (a.sign, b.sign) in (('+', '-'), ('-', '+'))
    union all
    select a.id, b.id, true, true
    from drug_listing a join drug_listing b on a.drug = b.drug
    where (a.kind, b.kind) in (('FERROPTOSIS_INDUCER', 'FERROPTOSIS_INHIBITOR'), ('FERROPTOSIS_INHIBITOR', 'FERROPTOSIS_INDUCER'))
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
    where (a0.drugs && b0.drugs and a1.drugs && b1.drugs) or (a0.drugs && b1.drugs and a1.drugs && b0.drugs);

-- Each paper that speaks on a statement, with the side it takes: by its own claims and by those of statements that say
-- the contrary of the same place.
create view statement_paper as
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
    where o.same_place;
