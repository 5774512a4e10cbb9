-- Records belong to tenants. '' is the tenant of a service without security, and of everything kept before there were any:
-- the hash of such a link is taken of the same text as ever, so the chain before this migration holds as it is.
alter table gateway.decision_link add column tenant text not null default '' check (tenant ~ '^[A-Za-z0-9._-]{0,64}$');
alter table gateway.deferred add column tenant text not null default '';
alter table gateway.cds_card add column tenant text not null default '';
create index decision_link_tenant on gateway.decision_link (tenant, seq) where kind = 'DECISION';

create or replace function gateway.link_hash(link gateway.decision_link) returns text language sql stable as $$
    select gateway.sha256_hex(convert_to(concat_ws(E'\n', link.previous_hash, link.seq, link.kind, link.decision_id,
        link.case_hash, link.release_id, link.bundle_id, link.policy_id, link.software, link.document_hash,
        link.answer_hash, link.reason, (extract(epoch from link.created_at) * 1000000)::bigint, nullif(link.tenant, '')),
        'UTF8'))
$$;

create or replace function gateway.append_link(link gateway.decision_link) returns bigint language plpgsql as $$
declare
    head gateway.decision_head;
begin
    select * into strict head from gateway.decision_head for update;
    if exists (select from gateway.decision_link d where d.decision_id = link.decision_id and d.kind = link.kind) then
        return null;
    end if;
    link.seq := head.seq + 1;
    link.previous_hash := head.hash;
    link.created_at := coalesce(link.created_at, clock_timestamp());
    link.tenant := coalesce(link.tenant, '');
    link.hash := gateway.link_hash(link);
    insert into gateway.decision_link select link.*;
    update gateway.decision_head set seq = link.seq, hash = link.hash;
    return link.seq;
end
$$;

-- Appends a decision of a tenant; null when the same decision is there already. document and answer are deflated.
create function gateway.append_decision(decision_id text, case_hash text, release_id text, bundle_id text, policy_id text,
        software text, document_hash text, answer_hash text, tenant text, document bytea, answer bytea) returns bigint
        language plpgsql as $$
declare
    link gateway.decision_link;
    appended bigint;
begin
    if exists (select from gateway.decision_link d where d.decision_id = append_decision.decision_id
            and d.kind = 'DECISION') then
        return null;
    end if;
    link.kind := 'DECISION';
    link.decision_id := decision_id;
    link.case_hash := case_hash;
    link.release_id := release_id;
    link.bundle_id := bundle_id;
    link.policy_id := policy_id;
    link.software := software;
    link.document_hash := document_hash;
    link.answer_hash := answer_hash;
    link.reason := '';
    link.tenant := tenant;
    appended := gateway.append_link(link);
    if appended is not null then
        insert into gateway.decision_payload (decision_id, document, answer, deflated)
            values (link.decision_id, document, answer, true);
    end if;
    return appended;
end
$$;

-- The version before this one goes on calling it during a roll-out.
create or replace function gateway.append_decision(decision_id text, case_hash text, release_id text, bundle_id text,
        policy_id text, software text, document_hash text, answer_hash text, document bytea, answer bytea) returns bigint
        language sql as $$
    select gateway.append_decision(decision_id, case_hash, release_id, bundle_id, policy_id, software, document_hash,
        answer_hash, '', document, answer)
$$;
