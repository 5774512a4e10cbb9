-- What is known now. Natural keys; ids collate by bytes so that SQL and Java order alike.
-- Flyway runs this with search_path = catalog; functions name the schema because callers' paths differ.

create function curies(studies text[]) returns boolean language sql immutable as $$
    select coalesce(bool_and(s ~ '^(PMID:[0-9]+|DOI:10\.[^ ]+|PMC:PMC[0-9]+|FERREG:[^ ]+|TEXT:.+)$'), true) from unnest(studies) s
$$;

-- A foreign key for each element of a text[] column: require_keys(column, table). Arrays keep rows readable as one row;
-- the price is that the referenced side is guarded only by the loader, which replaces everything in one transaction.
create function require_keys() returns trigger language plpgsql as $$
declare missing text;
begin
    -- "general" means everywhere: a word of the vocabulary, not a row of scope.
    execute format('select k from unnest(($1).%I) k where k <> ''general'' and not exists (select from catalog.%I t where t.id = k) limit 1',
                   tg_argv[0], tg_argv[1]) into missing using new;
    if missing is not null then
        raise foreign_key_violation using message =
            format('%s.%s names %L, which %s does not hold', tg_table_name, tg_argv[0], missing, tg_argv[1]);
    end if;
    return null;
end $$;

create table source (
    id            text collate "C" primary key check (id ~ '^S-[A-Za-z0-9]+$'),
    address       text not null,
    description   text not null,
    read_how      text,
    licence_note  text
);

create table node (
    id       text collate "C" primary key,
    kind     text not null check (kind in ('GENE', 'COMPLEX', 'PROCESS', 'METABOLITE')),
    name     text not null,
    members  text[] not null default '{}'
);

create table tumour (
    id         text collate "C" primary key,
    name       text not null,
    parent     text collate "C" references tumour deferrable initially deferred,
    tissue     text,
    main_type  text
);

create table scope (
    id        text collate "C" primary key,
    name      text not null,
    kind      text not null check (kind in ('TUMOUR', 'STATE', 'TISSUE')),
    oncotree  text[] not null default '{}',
    check (kind = 'TUMOUR' or oncotree = '{}')
);
create trigger scope_oncotree after insert or update on scope for each row execute function require_keys('oncotree', 'tumour');

create table edge (
    id              text collate "C" primary key check (id ~ '^E[0-9]{3,}$'),
    from_nodes      text[] not null check (cardinality(from_nodes) > 0),
    to_nodes        text[] not null check (cardinality(to_nodes) > 0),
    sign            text not null check (sign in ('+', '-', '?')),
    mechanism       text,
    scopes          text[] not null check (cardinality(scopes) > 0),
    context_text    text,
    ferroptosis     text not null check (ferroptosis in ('PROMOTES', 'SUPPRESSES', 'CONTEXT', 'NONE')),
    level           text not null,
    inferred_model  boolean not null,
    studies         text[] not null check (curies(studies)),
    confidence      text not null,
    sources         text[] not null check (cardinality(sources) > 0),
    note            text
);
create trigger edge_from after insert or update on edge for each row execute function require_keys('from_nodes', 'node');
create trigger edge_to after insert or update on edge for each row execute function require_keys('to_nodes', 'node');
create trigger edge_scopes after insert or update on edge for each row execute function require_keys('scopes', 'scope');
create trigger edge_sources after insert or update on edge for each row execute function require_keys('sources', 'source');

create table disease_context (
    id                    text collate "C" primary key check (id ~ '^C[0-9]{2,}$'),
    disease               text not null,
    disease_group         text not null,
    tissue_or_cell        text,
    scope                 text collate "C" not null references scope,
    oncotree              text[] not null default '{}',
    role                  text not null,
    goal                  text not null check (goal in ('INDUCE', 'INHIBIT', 'PROTECT', 'BOTH', 'UNKNOWN')),
    key_nodes             text[] not null,
    broad_jak_inhibition  text not null
        check (broad_jak_inhibition in ('RAISES', 'LOWERS', 'CONFLICT', 'NONE', 'UNKNOWN')),
    verdict               text not null
        check (verdict in ('FAVOURABLE', 'PLAUSIBLE', 'UNCERTAIN', 'CONFLICTED', 'UNFAVOURABLE', 'NONE')),
    verdict_text          text not null,
    verdict_rule          text,
    studies               text[] not null check (curies(studies)),
    confidence            text not null,
    basis                 text not null,
    sources               text[] not null check (cardinality(sources) > 0),
    conflict              text
);
create trigger context_oncotree after insert or update on disease_context
    for each row execute function require_keys('oncotree', 'tumour');
create trigger context_nodes after insert or update on disease_context
    for each row execute function require_keys('key_nodes', 'node');
create trigger context_sources after insert or update on disease_context
    for each row execute function require_keys('sources', 'source');

create table disease_context_arm (
    context   text collate "C" not null references disease_context,
    position  integer not null,
    node      text collate "C" not null references node,
    effect    text not null check (effect in ('SUPPRESSES', 'PROMOTES', 'CONFLICT', 'UNKNOWN')),
    primary key (context, position)
);

create table drug_class (
    id      text collate "C" primary key,
    name    text not null,
    parent  text collate "C" references drug_class deferrable initially deferred
);

create table drug (
    id                  text collate "C" primary key check (id ~ '^[a-z0-9]+([-.][a-z0-9]+)*$'),
    name                text not null,
    synonyms            text[] not null default '{}',
    chembl              text check (chembl ~ '^CHEMBL[0-9]+$'),
    pubchem             text check (pubchem ~ '^[0-9]+$'),
    drugbank            text check (drugbank ~ '^DB[0-9]{5}$'),
    cas                 text check (cas ~ '^[0-9]+-[0-9]{2}-[0-9]$'),
    atc                 text[] not null default '{}',
    smiles              text,
    approval            text not null check (approval in ('APPROVED', 'APPROVED_ELSEWHERE', 'INVESTIGATIONAL',
                            'DISCONTINUED', 'WITHDRAWN', 'VETERINARY', 'TOOL_COMPOUND', 'NATURAL_PRODUCT', 'NUTRIENT',
                            'PROCEDURE')),
    approval_text       text,
    patient_use         boolean not null,
    patient_use_reason  text,
    classes             text[] not null default '{}',
    reachable           text not null check (reachable in ('YES', 'NO', 'UNKNOWN')),
    exposure_text       text,
    potency_text        text,
    toxicity            text,
    metabolism          text,
    interactions        text,
    dose                text,
    boxed_warning       text,
    ferroptosis_text    text,
    note                text,
    check (not (patient_use and approval = 'TOOL_COMPOUND')),
    check (patient_use or patient_use_reason is not null)
);
create trigger drug_classes after insert or update on drug
    for each row execute function require_keys('classes', 'drug_class');

create table drug_listing (
    id               text collate "C" primary key,
    drug             text collate "C" not null references drug,
    kind             text not null
        check (kind in ('JAK_STAT', 'FERROPTOSIS_INDUCER', 'FERROPTOSIS_INHIBITOR', 'BACKBONE')),
    source_row       text not null,
    class_name       text not null,
    subclass         text,
    state            text not null check (state in ('CONFIRMED', 'CONTESTED', 'TOOL')),
    mechanism        text,
    caveat           text,
    conf_mechanism   text,
    conf_potency     text,
    conf_regulatory  text,
    conf_ids         text,
    conf_safety      text,
    studies          text[] not null check (curies(studies)),
    sources          text[] not null check (cardinality(sources) > 0),
    unique (drug, kind)
);
create index drug_listing_drug on drug_listing (drug);
create trigger listing_sources after insert or update on drug_listing
    for each row execute function require_keys('sources', 'source');

create table drug_target (
    drug               text collate "C" not null references drug,
    position           integer not null,
    node               text collate "C" not null references node,
    effect             text not null check (effect in ('INHIBIT', 'ACTIVATE')),
    directness         text not null check (directness in ('DIRECT', 'DOWNSTREAM')),
    contested          boolean not null,
    relation           text check (relation in ('=', '>', '~')),
    potency_nanomolar  double precision check (potency_nanomolar > 0 and potency_nanomolar < 'Infinity'),
    assay              text,
    confidence         text not null,
    sources            text[] not null check (cardinality(sources) > 0),
    primary key (drug, position),
    check ((relation is null) = (potency_nanomolar is null))
);
create trigger target_sources after insert or update on drug_target
    for each row execute function require_keys('sources', 'source');

create table resistance (
    id                text collate "C" primary key check (id ~ '^R[0-9]{2,}$'),
    drugs             text[] not null,
    drug_classes      text[] not null,
    scopes            text[] not null check (cardinality(scopes) > 0),
    disease_text      text not null,
    mechanism         text not null,
    jak_stat_link     text not null check (jak_stat_link in ('DIRECT', 'INDIRECT', 'PLAUSIBLE', 'NONE')),
    jak_stat_text     text,
    ferroptosis_text  text,
    liabilities       text[] not null,
    partner_classes   text[] not null,
    partner_text      text,
    caution           text,
    studies           text[] not null check (curies(studies)),
    confidence        text not null,
    basis             text not null,
    sources           text[] not null check (cardinality(sources) > 0)
);
create trigger resistance_classes after insert or update on resistance
    for each row execute function require_keys('drug_classes', 'drug_class');
create trigger resistance_partners after insert or update on resistance
    for each row execute function require_keys('partner_classes', 'drug_class');
create trigger resistance_liabilities after insert or update on resistance
    for each row execute function require_keys('liabilities', 'node');
create trigger resistance_scopes after insert or update on resistance for each row execute function require_keys('scopes', 'scope');
create trigger resistance_sources after insert or update on resistance
    for each row execute function require_keys('sources', 'source');

create table resistance_marker (
    resistance  text collate "C" not null references resistance,
    position    integer not null,
    node        text collate "C" not null references node,
    direction   text not null check (direction in ('UP', 'DOWN', 'MUTATED', 'UNKNOWN')),
    primary key (resistance, position)
);

create table combination (
    id                    text collate "C" primary key check (id ~ '^K[0-9]{2,}$'),
    scopes                text[] not null check (cardinality(scopes) > 0),
    model_text            text not null,
    resistance_text       text,
    ferroptosis           text not null check (ferroptosis in ('UP', 'DOWN', 'NOT_MEASURED')),
    outcome               text not null check (outcome in ('SYNERGY', 'SENSITISATION', 'BENEFIT', 'NO_BENEFIT',
                              'ANTAGONISM', 'PROTECTION', 'SINGLE_AGENT', 'MECHANISTIC', 'SUBTYPE_DEPENDENT')),
    outcome_text          text not null,
    level                 text not null,
    ferroptosis_measured  text not null check (ferroptosis_measured in ('YES', 'NO', 'INDIRECT')),
    mechanism             text,
    studies               text[] not null check (curies(studies)),
    confidence            text not null,
    sources               text[] not null check (cardinality(sources) > 0),
    note                  text
);
create trigger combination_scopes after insert or update on combination for each row execute function require_keys('scopes', 'scope');
create trigger combination_sources after insert or update on combination
    for each row execute function require_keys('sources', 'source');

create table combination_agent (
    combination  text collate "C" not null references combination,
    position     integer not null check (position in (0, 1)),
    text         text not null,
    drugs        text[] not null,
    role         text,
    primary key (combination, position)
);
create trigger agent_drugs after insert or update on combination_agent
    for each row execute function require_keys('drugs', 'drug');

create table safety_rule (
    id           text collate "C" primary key check (id ~ '^SF[0-9]{2,}$'),
    category     text not null,
    drugs        text[] not null,
    classes      text[] not null,
    trigger      text not null,
    threshold    text,
    condition    text not null,
    action       text not null check (action in ('STOP', 'AVOID', 'ADJUST', 'MONITOR', 'INFORM')),
    action_text  text not null,
    severity     text not null check (severity in ('CRITICAL', 'HIGH', 'MEDIUM', 'LOW')),
    rationale    text not null,
    confidence   text not null,
    sources      text[] not null check (cardinality(sources) > 0),
    check (cardinality(drugs) + cardinality(classes) > 0)
);
create trigger rule_drugs after insert or update on safety_rule for each row execute function require_keys('drugs', 'drug');
create trigger rule_classes after insert or update on safety_rule
    for each row execute function require_keys('classes', 'drug_class');
create trigger rule_sources after insert or update on safety_rule
    for each row execute function require_keys('sources', 'source');

create table interaction (
    id       text collate "C" primary key,
    name     text not null,
    drugs    text[] not null check (cardinality(drugs) > 0),
    sources  text[] not null check (cardinality(sources) > 0)
);
create trigger interaction_sources after insert or update on interaction
    for each row execute function require_keys('sources', 'source');

-- One claim, one study (docs/data.md).
create table claim (
    id            text collate "C" primary key,
    subject_type  text not null check (subject_type in ('edge', 'context', 'drug', 'resistance', 'combination')),
    subject_id    text collate "C" not null,
    statement     text not null,
    direction     text not null check (direction in ('SUPPORTS', 'DISPUTES', 'NEUTRAL')),
    level         text,
    scopes        text[] not null,
    study         text not null,
    confidence    text not null,
    sources       text[] not null check (cardinality(sources) > 0),
    inferred      boolean not null
);
create index claim_subject on claim (subject_id);
create index claim_study on claim (study);
create trigger claim_scopes after insert or update on claim for each row execute function require_keys('scopes', 'scope');
create trigger claim_sources after insert or update on claim for each row execute function require_keys('sources', 'source');

do $$
declare t text;
begin
    foreach t in array array['edge', 'combination', 'claim'] loop
        execute format('alter table %I add check (level in (''CLINICAL'', ''IN_VIVO'', ''IN_VITRO'', ''DATABASE'', '
                       '''TEXTBOOK'', ''REVIEW'', ''INFERENCE''))', t);
    end loop;
end $$;
