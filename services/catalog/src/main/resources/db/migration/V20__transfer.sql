-- Imports, and releases that say why. Only adds: the statements of the version before run on (docs/operations.md).

-- require_keys() looks a key up for each row; a file of 200,000 rows is checked as one set instead.
create function require_keys_of_all() returns trigger language plpgsql as $$
declare missing text;
begin
    execute format('select k from (select distinct unnest(%I) as k from added) given where k <> ''general'' '
                   'and not exists (select from catalog.%I t where t.id = k) limit 1', tg_argv[0], tg_argv[1]) into missing;
    if missing is not null then
        raise foreign_key_violation using message =
            format('%s.%s names %L, which %s does not hold', tg_table_name, tg_argv[0], missing, tg_argv[1]);
    end if;
    return null;
end $$;

-- Turns every trigger that calls require_keys() into its set-based twin; a later migration may call it again.
create procedure require_keys_by_set() language plpgsql as $$
declare
    old record;
    arguments text[];
    event text;
begin
    for old in
        select t.tgname, c.relname, t.tgargs
        from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_proc p on p.oid = t.tgfoid
        where p.proname = 'require_keys' and c.relnamespace = 'catalog'::regnamespace
    loop
        arguments := string_to_array(encode(old.tgargs, 'escape'), '\000');
        execute format('drop trigger %I on catalog.%I', old.tgname, old.relname);
        foreach event in array array['insert', 'update'] loop
            execute format('create trigger %I after %s on catalog.%I referencing new table as added '
                           'for each statement execute function catalog.require_keys_of_all(%L, %L)',
                           old.tgname || '_' || event, event, old.relname, arguments[1], arguments[2]);
        end loop;
    end loop;
end $$;
call require_keys_by_set();

-- ROW: made of a row's studies and made again with it. GIVEN: given as a claim, and kept when rows are read anew.
alter table claim add column origin text not null default 'ROW' check (origin in ('ROW', 'GIVEN'));

-- A number that every transaction that writes facts raises once: equal numbers, equal facts.
create table fact_version (
    one     boolean primary key default true check (one),
    number  bigint not null
);
insert into fact_version (number) values (1);

create function count_change() returns trigger language plpgsql as $$
begin
    if current_setting('fenton.counted', true) is distinct from pg_current_xact_id()::text then
        update catalog.fact_version set number = number + 1;
        perform set_config('fenton.counted', pg_current_xact_id()::text, true);
    end if;
    return null;
end $$;

do $$
declare t text;
begin
    foreach t in array array['source', 'node', 'tumour', 'scope', 'edge', 'drug_class', 'drug', 'drug_name', 'drug_regulatory', 'drug_listing', 'drug_target',
            'disease_context', 'disease_context_arm', 'resistance', 'resistance_marker', 'combination', 'combination_agent',
            'safety_rule', 'interaction', 'claim'] loop
        execute format('create trigger %I after insert or update or delete on %I for each statement execute function count_change()',
                       t || '_counted', t);
    end loop;
end $$;

-- Rows that somebody other than the seeds has written: new seeds leave them alone. Claims are not listed, for those of rows
-- follow their rows and given ones say so themselves. A child counts for the row it belongs to.
create table fact_touch (
    row_table  text not null,
    id         text collate "C" not null,
    primary key (row_table, id)
);

create function touch_rows() returns trigger language plpgsql as $$
begin
    if current_setting('fenton.seeding', true) is distinct from 'on' then
        execute format('insert into catalog.fact_touch select distinct %L, %I from written on conflict do nothing', tg_argv[0], tg_argv[1]);
    end if;
    return null;
end $$;

do $$
declare
    t text[];
    event text;
begin
    foreach t slice 1 in array array[
            ['source', 'source', 'id'], ['node', 'node', 'id'], ['tumour', 'tumour', 'id'], ['scope', 'scope', 'id'],
            ['edge', 'edge', 'id'], ['drug_class', 'drug_class', 'id'], ['drug', 'drug', 'id'],
            ['drug_name', 'drug', 'drug'], ['drug_regulatory', 'drug', 'drug'], ['drug_listing', 'drug', 'drug'],
            ['drug_target', 'drug', 'drug'], ['disease_context', 'disease_context', 'id'],
            ['disease_context_arm', 'disease_context', 'context'], ['resistance', 'resistance', 'id'],
            ['resistance_marker', 'resistance', 'resistance'], ['combination', 'combination', 'id'],
            ['combination_agent', 'combination', 'combination'], ['safety_rule', 'safety_rule', 'id'],
            ['interaction', 'interaction', 'id']] loop
        foreach event in array array['insert', 'update', 'delete'] loop
            execute format('create trigger %I after %s on %I referencing %s table as written '
                           'for each statement execute function touch_rows(%L, %L)',
                           t[1] || '_touched_' || event, event, t[1],
                           case event when 'delete' then 'old' else 'new' end, t[2], t[3]);
        end loop;
    end loop;
end $$;

-- Every import that changed something.
create table fact_import (
    number       bigint generated always as identity primary key,
    type         text not null,
    file_sha256  text not null check (file_sha256 ~ '^sha256:[0-9a-f]{64}$'),
    lines        integer not null check (lines >= 0),
    added        integer not null check (added >= 0),
    changed      integer not null check (changed >= 0),
    imported_at  timestamptz not null default now()
);

-- Which seeds were loaded: they are loaded again only when they differ, so that imports outlive a restart.
create table seed_load (
    number     integer primary key,
    release    text collate "C" not null references release,
    loaded_at  timestamptz not null default now()
);
insert into seed_load (number, release) select 1, release from publication order by number desc limit 1;

-- Why a publication drops a drug or turns a direction; one reason an item.
create table publication_reason (
    publication  integer not null references publication,
    type         text not null,
    id           text collate "C" not null,
    change       text not null check (change in ('DROPPED', 'TURNED')),
    reason       text not null check (length(btrim(reason)) >= 8),
    primary key (publication, type, id)
);

do $$
declare t text;
begin
    foreach t in array array['fact_import', 'seed_load', 'publication_reason'] loop
        execute format('create trigger %I before update or delete on %I for each row execute function refuse_change()', t || '_kept', t);
        execute format('create trigger %I before truncate on %I for each statement execute function refuse_change()', t || '_whole', t);
    end loop;
end $$;
