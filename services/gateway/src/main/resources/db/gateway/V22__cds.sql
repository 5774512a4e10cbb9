-- What was shown, so that feedback can be tied to it. Nothing here tells who the patient or the user was.
create table gateway.cds_card (
    id uuid primary key,
    service text not null,
    indicator text not null check (indicator in ('info', 'warning')),
    decision_id text not null,
    suggestion_id uuid,
    served_at timestamptz not null
);

create table gateway.cds_feedback (
    id uuid primary key,
    card_id uuid not null references gateway.cds_card (id),
    outcome text not null check (outcome in ('accepted', 'overridden')),
    reason_system text,
    reason_code text,
    comment text,
    outcome_at timestamptz not null,
    received_at timestamptz not null
);

-- A token is good for one call; rows are deleted once the token has expired by itself.
create table gateway.cds_token (
    issuer text not null,
    jti text not null,
    expires_at timestamptz not null,
    primary key (issuer, jti)
);
create index cds_token_expires_at on gateway.cds_token (expires_at);
