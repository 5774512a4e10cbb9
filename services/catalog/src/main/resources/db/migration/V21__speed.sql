-- What 200,000 claims cost, made smaller: the same rules and the same answers. Statements of the version before run on.

-- Most lists of identifiers are empty: an expression that the planner copies into the check, where a call was made before.
create function curies_each(studies text[]) returns boolean language sql immutable as $$
    select coalesce(bool_and(s ~ '^(PMID:[0-9]+|DOI:10\.[^ ]+|PMC:PMC[0-9]+|FERREG:[^ ]+|TEXT:.+)$'), true) from unnest(studies) s
$$;
create or replace function curies(studies text[]) returns boolean language sql immutable as $$
    select coalesce(studies = '{}', true) or catalog.curies_each(studies)
$$;

-- Each line of a release looked its release up; now all lines of a statement do so together. No release is ever deleted
-- (refuse_change), so there is nothing to guard on the other side.
alter table release_line drop constraint release_line_release_fkey;
create function require_release() returns trigger language plpgsql as $$
declare missing text;
begin
    select l.release into missing from (select distinct release from added) l
    where not exists (select from catalog.release r where r.id = l.release) limit 1;
    if missing is not null then
        raise foreign_key_violation using message = format('release_line names %L, which release does not hold', missing);
    end if;
    return null;
end $$;
create trigger release_line_release after insert on release_line referencing new table as added
    for each statement execute function require_release();

-- So do the entries of the search index, which one function writes.
alter table search_entry drop constraint search_entry_valid_from_fkey;
create function require_publication() returns trigger language plpgsql as $$
declare missing integer;
begin
    select e.valid_from into missing from (select distinct valid_from from added) e
    where not exists (select from catalog.publication p where p.number = e.valid_from) limit 1;
    if missing is not null then
        raise foreign_key_violation using message = format('search_entry names %s, which publication does not hold', missing);
    end if;
    return null;
end $$;
create trigger search_entry_publication after insert on search_entry referencing new table as added
    for each statement execute function require_publication();

-- A publication is indexed in steps, each a transaction of its own: a search looks at entries of publications that
-- search_index names, so half an index is seen by nobody and a step that was lost is made again. Short steps, and a short
-- list of entries that wait for their place in the index, for every search reads that list.

create function index_begin(publication integer, of_release text) returns void language sql set work_mem = '64MB' as $$
    update catalog.search_entry e set valid_until = index_begin.publication
    where e.valid_until is null
      and not exists (select from catalog.release_line l
                      where l.release = of_release and l.type = e.type and l.id = e.id and md5(l.line)::uuid = e.line_hash)
$$;

-- The lines from one position up to another; how many of them were new.
create function index_lines(publication integer, of_release text, from_position integer, until_position integer) returns integer
    language plpgsql set work_mem = '32MB' set gin_pending_list_limit = '512kB' as $$
declare indexed integer;
begin
    with lines as materialized (
        select l.type, l.id, l.line, l.position from catalog.release_line l
        where l.release = of_release and l.position >= from_position and l.position < until_position),
    -- Each line is parsed once; claims, of which there may be very many, are indexed by what they say and their study.
    fresh as materialized (
        select l.type, l.id, md5(l.line)::uuid as hash, l.line::jsonb as j
        from lines l left join catalog.search_entry e on e.type = l.type and e.id = l.id and e.valid_until is null
        where e.number is null
        order by l.position),
    entries as (
        insert into catalog.search_entry (type, id, valid_from, line_hash, title, keys, scopes, level, direction, document)
            select f.type, f.id, index_lines.publication, f.hash, f.j ->> 'statement', '{}',
                   array(select jsonb_array_elements_text(f.j -> 'scopes')), f.j ->> 'level', f.j ->> 'direction',
                   setweight(to_tsvector('simple', concat_ws(' ', f.id, f.j ->> 'study')), 'A')
                       || setweight(to_tsvector('simple', f.j ->> 'statement'), 'B')
                       || setweight(to_tsvector('english', concat_ws(' ', f.j ->> 'statement', f.j ->> 'setting')), 'B')
            from fresh f where f.type = 'claim'
            union all
            select f.type, f.id, index_lines.publication, f.hash, t.title,
                   (select coalesce(array_agg(distinct k), '{}')
                    from (select catalog.search_key(n) as k from unnest(t.names) n) u where k <> ''),
                   catalog.search_texts(coalesce(f.j -> 'scopes', f.j -> 'scope')), f.j ->> 'level', null,
                   setweight(to_tsvector('simple', array_to_string(t.names, ' ; ')), 'A')
                       || setweight(to_tsvector('simple', t.title), 'B') || setweight(to_tsvector('english', t.title), 'B')
                       || setweight(jsonb_to_tsvector('english', f.j, '["string"]'), 'D')
            from fresh f,
                 lateral (select coalesce(catalog.search_title(f.type, f.j), f.id) as title,
                                 catalog.search_names(f.type, f.j) as names) t
            where f.type <> 'claim'
        returning title, keys),
    words as (
        insert into catalog.search_word
            select distinct w.word
            from entries e,
                 lateral regexp_split_to_table(lower(e.title || ' ' || array_to_string(e.keys, ' ')), '[^[:alnum:]-]+') as w (word)
            where length(w.word) between 4 and 40 and w.word !~ '^[0-9-]+$'
            on conflict do nothing)
    select count(*) into indexed from entries;
    return indexed;
end $$;

-- From here on searches answer from this publication.
create function index_end(publication integer, indexed integer) returns void language plpgsql as $$
begin
    perform gin_clean_pending_list('catalog.search_entry_document'), gin_clean_pending_list('catalog.search_entry_keys');
    if indexed > 1000 then
        analyze catalog.search_entry;
        analyze catalog.search_word;
    end if;
    insert into catalog.search_index (publication) values (index_end.publication);
end $$;
