create table gateway.deferred (
    id text primary key,
    state text not null check (state in ('RUNNING', 'DONE', 'FAILED')),
    location text,
    problem text,
    deadline timestamptz not null,
    check (state <> 'DONE' or location is not null)
);
