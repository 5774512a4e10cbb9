-- What can be searched, as of every publication: one row for each state of a release line, with the publications it was
-- current in. A search names its publication, so pages stay of one state while later ones are published.
create table search_entry (
    number       bigint generated always as identity primary key,
    type         text not null,
    id           text collate "C" not null,
    valid_from   integer not null references publication,
    -- The first publication that no longer held it; null while it is current.
    valid_until  integer references publication,
    line_hash    uuid not null,
    title        text not null,
    -- Names in letters and digits only: a query that is one of them comes first.
    keys         text[] not null default '{}',
    scopes       text[] not null default '{}',
    level        text,
    direction    text,
    document     tsvector not null,
    check (valid_until > valid_from)
);
create unique index search_entry_current on search_entry (type, id) where valid_until is null;
create index search_entry_order on search_entry (type, id);
create index search_entry_document on search_entry using gin (document);
create index search_entry_keys on search_entry using gin (keys);

-- Every word of every document, for spelling.
create table search_word (word text collate "C" primary key);

do $$
begin
    create index search_word_trigram on search_word using gin (word public.gin_trgm_ops);
exception when others then
    raise notice 'pg_trgm is not available here (%): search does not correct spelling', sqlerrm;
end $$;

create function search_key(name text) returns text language sql immutable as $$
    select regexp_replace(lower(name), '[^[:alnum:]]', '', 'g')
$$;

create function search_texts(list jsonb) returns text[] language sql immutable as $$
    select case jsonb_typeof(list)
        when 'array' then (select coalesce(array_agg(v), '{}') from jsonb_array_elements_text(list) v)
        when 'object' then (select coalesce(array_agg(v.value), '{}') from jsonb_each_text(list) v)
        when 'string' then array[list #>> '{}']
        else '{}' end
$$;

create function search_title(type text, j jsonb) returns text language sql immutable as $$
    select case type
        when 'claim' then j ->> 'statement'
        when 'edge' then array_to_string(catalog.search_texts(j -> 'from'), ', ')
            || case j ->> 'sign' when '+' then ' raises ' when '-' then ' lowers ' else ' acts on ' end
            || array_to_string(catalog.search_texts(j -> 'to'), ', ') || coalesce(': ' || (j ->> 'mechanism'), '')
        when 'context' then j ->> 'disease'
        when 'resistance' then j ->> 'mechanism'
        when 'combination' then (select string_agg(a ->> 'text', ' + ') from jsonb_array_elements(j -> 'agents') a)
        when 'rule' then (j ->> 'trigger') || ': ' || (j ->> 'actionText')
        when 'source' then j ->> 'description'
        else coalesce(j ->> 'name', j ->> 'id') end
$$;

-- The names a line goes by.
create function search_names(type text, j jsonb) returns text[] language sql immutable as $$
    select array[j ->> 'id'] || case type
        when 'drug' then array[j ->> 'name'] || catalog.search_texts(j -> 'synonyms')
            || catalog.search_texts(j -> 'identifiers') || catalog.search_texts(j -> 'atc') || catalog.search_texts(j -> 'inchiKey')
        when 'node' then array[j ->> 'name'] || catalog.search_texts(j -> 'members')
        when 'edge' then '{}'
        when 'claim' then array[j ->> 'study']
        when 'context' then array[j ->> 'disease'] || catalog.search_texts(j -> 'oncotree')
        when 'interaction' then array[j ->> 'name']
        when 'resistance' then catalog.search_texts(j -> 'drugs')
        else array_remove(array[j ->> 'name'], null) end
$$;

-- Brings the index to one publication: what its release changed is closed and written anew, the rest is not touched.
create function index_publication(publication integer, of_release text) returns void language plpgsql as $$
begin
    create temporary table if not exists search_fresh (type text, id text collate "C", hash uuid, line text) on commit drop;
    truncate search_fresh;
    update catalog.search_entry e set valid_until = publication
    where e.valid_until is null
      and not exists (select from catalog.release_line l
                      where l.release = of_release and l.type = e.type and l.id = e.id and md5(l.line)::uuid = e.line_hash);
    insert into search_fresh
        select l.type, l.id, md5(l.line)::uuid, l.line
        from catalog.release_line l left join catalog.search_entry e
            on e.type = l.type and e.id = l.id and e.valid_until is null
        where l.release = of_release and e.number is null
        order by l.position;
    insert into catalog.search_entry (type, id, valid_from, line_hash, title, keys, scopes, level, direction, document)
        select f.type, f.id, publication, f.hash, t.title,
               case when f.type = 'claim' then '{}' else
                   (select coalesce(array_agg(distinct k), '{}') from (select catalog.search_key(n) as k from unnest(t.names) n) u where k <> '') end,
               catalog.search_texts(coalesce(f.j -> 'scopes', f.j -> 'scope')),
               f.j ->> 'level', f.j ->> 'direction',
               setweight(to_tsvector('simple', array_to_string(t.names, ' ; ')), 'A')
                   || setweight(to_tsvector('simple', t.title), 'B') || setweight(to_tsvector('english', t.title), 'B')
                   || case when f.type = 'claim' then setweight(to_tsvector('english', coalesce(f.j ->> 'setting', '')), 'D')
                           else setweight(jsonb_to_tsvector('english', f.j, '["string"]'), 'D') end
        from (select type, id, hash, line::jsonb as j from search_fresh) f,
             lateral (select coalesce(catalog.search_title(f.type, f.j), f.id) as title,
                             catalog.search_names(f.type, f.j) as names) t;
    insert into catalog.search_word
        select distinct w.word
        from (select unnest(tsvector_to_array(to_tsvector('simple', e.title || ' ' ||
                  case when e.type = 'claim' then '' else array_to_string(catalog.search_names(e.type, f.line::jsonb), ' ') end))) as word
              from search_fresh f join catalog.search_entry e
                  on e.type = f.type and e.id = f.id and e.valid_from = publication) w
        where length(w.word) between 4 and 40 and w.word !~ '^[0-9.:/-]+$'
        on conflict do nothing;
end $$;

create function search_published() returns trigger language plpgsql as $$
begin
    perform catalog.index_publication(new.number, new.release);
    return null;
end $$;

-- At the end of the transaction, when all lines of the release are there.
create constraint trigger publication_searchable after insert on publication
    deferrable initially deferred for each row execute function search_published();

select index_publication(number, release) from publication order by number desc limit 1;
