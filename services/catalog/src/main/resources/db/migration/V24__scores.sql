-- What `fenton rescore` found, written in bulk (docs/rescoring.md). A ranking is known by the hash of its
-- bytes, so the same ranking sent twice is one; a run says which rankings are its result. No label and no name of a person
-- comes here: a case is the hash of its content.
create table score_run (
    id           text collate "C" primary key check (id ~ '^sha256:[0-9a-f]{64}$'),
    -- Rankings belong to a tenant, here as in the gateway; empty where nobody signs in.
    tenant       text not null,
    release      text collate "C" not null references release,
    bundle       text not null,
    policy       text not null,
    policy_hash  text not null,
    shown        integer not null check (shown > 0),
    rankings     integer not null check (rankings > 0),
    output_hash  text not null,
    created_at   timestamptz not null default now()
);

create table score_ranking (
    number   bigint generated always as identity primary key,
    tenant   text not null,
    digest   text collate "C" not null check (digest ~ '^sha256:[0-9a-f]{64}$'),
    case_id  text collate "C" not null check (case_id ~ '^sha256:[0-9a-f]{64}$'),
    scores   integer not null,
    unique (tenant, digest)
);
create index score_ranking_case on score_ranking (case_id);

create table score_run_ranking (
    run      text collate "C" not null references score_run,
    ranking  bigint not null references score_ranking,
    primary key (run, ranking)
);

-- In the order of the ranking: favourable candidates, conflicted, expected harm, no answer, left out.
create table score (
    ranking      bigint not null references score_ranking,
    place        integer not null,
    combination  text collate "C" not null,
    outlook      text not null check (outlook in ('FAVOURABLE', 'CONFLICTED', 'EXPECTED_HARM', 'UNKNOWN', 'EXCLUDED')),
    lane         text,
    rank         integer,
    band         integer,
    score        double precision,
    lower        double precision,
    upper        double precision,
    abstained    boolean,
    abstention   text,
    unknown      text[] not null,
    safety       text[] not null,
    caveats      text[] not null,
    excluded     text,
    reason       text,
    primary key (ranking, place),
    constraint score_ranked check ((outlook = 'EXCLUDED') = (score is null) and (score is null) = (rank is null)
        and (score is null) = (excluded is not null)),
    constraint score_interval check (lower <= score and score <= upper)
);

create function keep_score() returns trigger language plpgsql as $$
begin
    raise exception '% is never changed: another content has another hash', tg_table_name;
end $$;

create trigger score_run_kept before update on score_run for each row execute function keep_score();
create trigger score_ranking_kept before update on score_ranking for each row execute function keep_score();
create trigger score_kept before update on score for each row execute function keep_score();
