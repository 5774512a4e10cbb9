-- Decision records as a chain (docs/adr: decision records are a chain of hashes). A link holds hashes and ids only and is never
-- changed; what a patient could be recognised by stands in the payload, which may be erased without breaking the chain.
create table gateway.decision_link (
    seq bigint primary key,
    kind text not null check (kind in ('DECISION', 'ERASURE')),
    decision_id text not null check (decision_id ~ '^[0-9a-f]{64}$'),
    case_hash text not null,
    release_id text not null,
    bundle_id text not null,
    policy_id text not null,
    software text not null,
    document_hash text not null,
    answer_hash text not null,
    reason text not null,
    created_at timestamptz not null,
    previous_hash text not null unique,
    hash text not null unique,
    check (concat(case_hash, release_id, bundle_id, policy_id, software, document_hash, answer_hash, reason) !~ E'\n')
);
create unique index decision_link_decision on gateway.decision_link (decision_id) where kind = 'DECISION';
create unique index decision_link_erasure on gateway.decision_link (decision_id) where kind = 'ERASURE';

create table gateway.decision_payload (
    decision_id text primary key,
    document bytea,
    answer bytea not null
);

-- One row: its lock puts all writers, of every replica, in a queue; its content shows when the end of the chain is cut off.
create table gateway.decision_head (
    only_row boolean primary key default true check (only_row),
    seq bigint not null,
    hash text not null
);
insert into gateway.decision_head (seq, hash) values (0, repeat('0', 64));

create function gateway.sha256_hex(content bytea) returns text language sql immutable as $$
    select encode(sha256(content), 'hex')
$$;

-- The text that a link's hash is taken of; org.fenton.gateway.decision.LinkEntity makes the same.
create function gateway.link_hash(link gateway.decision_link) returns text language sql stable as $$
    select gateway.sha256_hex(convert_to(concat_ws(E'\n', link.previous_hash, link.seq, link.kind, link.decision_id,
        link.case_hash, link.release_id, link.bundle_id, link.policy_id, link.software, link.document_hash,
        link.answer_hash, link.reason, (extract(epoch from link.created_at) * 1000000)::bigint), 'UTF8'))
$$;

create function gateway.append_link(link gateway.decision_link) returns bigint language plpgsql as $$
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
    link.hash := gateway.link_hash(link);
    insert into gateway.decision_link select link.*;
    update gateway.decision_head set seq = link.seq, hash = link.hash;
    return link.seq;
end
$$;

-- Appends a decision; null when the same decision is there already.
create function gateway.append_decision(decision_id text, case_hash text, release_id text, bundle_id text, policy_id text,
        software text, document bytea, answer bytea, at timestamptz) returns bigint language plpgsql as $$
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
    link.document_hash := case when document is null then '' else gateway.sha256_hex(document) end;
    link.answer_hash := gateway.sha256_hex(answer);
    link.reason := '';
    link.created_at := at;
    appended := gateway.append_link(link);
    if appended is not null then
        insert into gateway.decision_payload values (link.decision_id, document, answer);
    end if;
    return appended;
end
$$;

-- Erases what a decision was made of and answered; the link stays, and a link of its own says so. Null when it was erased before.
create function gateway.erase_decision(erased text, why text) returns bigint language plpgsql as $$
declare
    link gateway.decision_link;
    appended bigint;
begin
    select * into link from gateway.decision_link d where d.decision_id = erased and d.kind = 'DECISION';
    if not found then
        raise exception 'no decision %', erased;
    end if;
    link.kind := 'ERASURE';
    link.reason := why;
    link.created_at := null;
    appended := gateway.append_link(link);
    if appended is not null then
        delete from gateway.decision_payload p where p.decision_id = erased;
    end if;
    return appended;
end
$$;

create trigger decision_link_append_only before update or delete on gateway.decision_link
    for each row execute function gateway.refuse_change();
create trigger decision_link_no_truncate before truncate on gateway.decision_link
    for each statement execute function gateway.refuse_change();

create function gateway.refuse_payload_change() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' and exists (select from gateway.decision_link d
            where d.decision_id = old.decision_id and d.kind = 'ERASURE') then
        return old;
    end if;
    raise exception 'decision records are append-only';
end
$$;
create trigger decision_payload_append_only before update or delete on gateway.decision_payload
    for each row execute function gateway.refuse_payload_change();
create trigger decision_payload_no_truncate before truncate on gateway.decision_payload
    for each statement execute function gateway.refuse_change();

-- Records of the first schema join the chain in the order in which they were made; their cases were not kept.
do $$
declare
    earlier gateway.decision;
begin
    for earlier in select * from gateway.decision order by created_at, id loop
        perform gateway.append_decision(earlier.id, earlier.case_id, earlier.release_id, earlier.bundle_id,
            earlier.policy_id, 'before the chain', null, earlier.answer, earlier.created_at);
    end loop;
end
$$;
drop table gateway.decision;
