-- What a board did with a candidate. A coded reason only: no free text, and nothing tells who the patient or the user was.
create table gateway.board_feedback (
    id uuid primary key,
    decision_id text not null,
    combination text not null,
    outcome text not null check (outcome in ('accepted', 'overridden')),
    reason_code text,
    received_at timestamptz not null,
    check ((outcome = 'overridden') = (reason_code is not null))
);
create index board_feedback_decision on gateway.board_feedback (decision_id, received_at);
