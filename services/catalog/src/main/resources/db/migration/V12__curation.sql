-- How a claim is changed: one person proposes, another reviews, then it is published. The rules stand here too, so that
-- no other way of writing gets round them.

create sequence report_number;
create sequence proposal_number;

create table report (
    id           text collate "C" primary key check (id ~ '^W[0-9]{6,}$'),
    version      integer not null check (version > 0),
    state        text not null check (state in ('OPEN', 'IN_CORRECTION', 'RESOLVED', 'DISMISSED')),
    statement    text collate "C" not null,
    claim        text collate "C",
    curator      text not null check (length(btrim(curator)) between 2 and 200),
    wrong        text not null check (length(btrim(wrong)) >= 8),
    proof        text,
    answer       text,
    reported_at  timestamptz not null,
    check ((state = 'DISMISSED') <= (answer is not null))
);
create index report_statement on report (statement);

create table proposal (
    id                             text collate "C" primary key check (id ~ '^P[0-9]{6,}$'),
    version                        integer not null check (version > 0),
    state                          text not null check (state in ('PROPOSED', 'CHANGES_REQUESTED', 'APPROVED', 'REJECTED',
                                       'WITHDRAWN', 'PUBLISHED')),
    action                         text not null check (action in ('ADD', 'CORRECT', 'RETRACT')),
    claim                          text collate "C" not null,
    statement                      text collate "C" not null,
    subject_type                   text not null check (subject_type in ('edge', 'context', 'drug', 'resistance', 'combination')),
    subject_id                     text collate "C" not null,
    -- The claim as it shall be.
    content                        text check (content is null or content::jsonb is not null),
    -- What the claim was when the proposal was made.
    replaces                       text,
    curator                        text not null check (length(btrim(curator)) between 2 and 200),
    reason                         text not null check (length(btrim(reason)) >= 8),
    conflict_of_interest           text not null check (length(btrim(conflict_of_interest)) > 0),
    report                         text collate "C" references report,
    reviewer                       text,
    review_reason                  text check (length(btrim(review_reason)) >= 8),
    reviewer_conflict_of_interest  text check (length(btrim(reviewer_conflict_of_interest)) > 0),
    release                        text collate "C" references release,
    proposed_at                    timestamptz not null,
    changed_at                     timestamptz not null,
    constraint proposal_content check ((action = 'RETRACT') = (content is null)),
    constraint proposal_replaces check ((action = 'ADD') = (replaces is null)),
    constraint proposal_reviewed_by_another check (lower(btrim(reviewer)) <> lower(btrim(curator))),
    constraint proposal_reviewed check (state in ('PROPOSED', 'WITHDRAWN') or (reviewer is not null
        and review_reason is not null and reviewer_conflict_of_interest is not null)),
    constraint proposal_published check ((state = 'PUBLISHED') = (release is not null))
);
-- One open proposal a claim.
create unique index proposal_open on proposal (claim) where state in ('PROPOSED', 'CHANGES_REQUESTED', 'APPROVED');
create index proposal_report on proposal (report);

create function check_step() returns trigger language plpgsql as $$
declare
    allowed text[] := case tg_table_name when 'proposal' then array[
            'PROPOSED>PROPOSED', 'PROPOSED>CHANGES_REQUESTED', 'PROPOSED>APPROVED', 'PROPOSED>REJECTED', 'PROPOSED>WITHDRAWN',
            'CHANGES_REQUESTED>PROPOSED', 'CHANGES_REQUESTED>WITHDRAWN', 'APPROVED>PUBLISHED', 'APPROVED>WITHDRAWN']
        else array['OPEN>IN_CORRECTION', 'OPEN>DISMISSED', 'IN_CORRECTION>OPEN', 'IN_CORRECTION>RESOLVED'] end;
    step text := old.state || '>' || new.state;
begin
    if not step = any (allowed) then
        raise check_violation using message = format('%s %s: no step %s', tg_table_name, old.id, step);
    end if;
    if new.version <> old.version + 1 then
        raise check_violation using message = format('%s %s: version %s after %s', tg_table_name, old.id, new.version, old.version);
    end if;
    if new.curator <> old.curator then
        raise check_violation using message = format('%s %s keeps its curator', tg_table_name, old.id);
    end if;
    return new;
end $$;

-- What was reviewed is what is published.
create function keep_reviewed() returns trigger language plpgsql as $$
begin
    if (new.claim, new.action, new.statement) is distinct from (old.claim, old.action, old.statement)
        or (new.content is distinct from old.content and new.state <> 'PROPOSED') then
        raise check_violation using message = format('proposal %s: its content stands once it is reviewed', old.id);
    end if;
    return new;
end $$;

create trigger proposal_step before update on proposal for each row execute function check_step();
create trigger proposal_kept before update on proposal for each row execute function keep_reviewed();
create trigger report_step before update on report for each row execute function check_step();

-- Everything that happened, in order.
create table curation_event (
    number   bigint generated always as identity primary key,
    subject  text collate "C" not null,
    at       timestamptz not null,
    curator  text not null,
    what     text not null check (what in ('REPORTED', 'LINKED', 'REOPENED', 'DISMISSED', 'RESOLVED', 'PROPOSED', 'REVISED',
                 'COMMENTED', 'CHANGES_REQUESTED', 'APPROVED', 'REJECTED', 'WITHDRAWN', 'PUBLISHED')),
    note     text
);
create index curation_event_subject on curation_event (subject, number);

create function refuse_removal() returns trigger language plpgsql as $$
begin
    raise exception '% keeps every row: what was proposed and reported stays on record', tg_table_name;
end $$;

create trigger curation_event_kept before update or delete on curation_event for each row execute function refuse_change();
create trigger curation_event_whole before truncate on curation_event for each statement execute function refuse_change();
create trigger proposal_stays before delete on proposal for each row execute function refuse_removal();
create trigger proposal_whole before truncate on proposal for each statement execute function refuse_removal();
create trigger report_stays before delete on report for each row execute function refuse_removal();
create trigger report_whole before truncate on report for each statement execute function refuse_removal();
