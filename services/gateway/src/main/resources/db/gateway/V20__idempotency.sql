-- A key is kept as a hash of caller, address and key; a row without status belongs to a request that still runs.
create table gateway.idempotency (
    id text primary key,
    fingerprint text not null,
    claimed_at timestamptz not null,
    status integer,
    location text,
    media_type text,
    answer bytea
);
create index idempotency_claimed_at on gateway.idempotency (claimed_at);
