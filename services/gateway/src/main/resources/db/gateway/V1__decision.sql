create table gateway.decision (
    id text primary key check (id ~ '^[0-9a-f]{64}$'),
    case_id text not null,
    release_id text not null,
    bundle_id text not null,
    policy_id text not null,
    answer bytea not null,
    created_at timestamptz not null
);

-- A record says what was answered; it is never corrected in place.
create function gateway.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'decision records are append-only';
end
$$;

create trigger decision_append_only before update on gateway.decision
    for each row execute function gateway.refuse_change();
