-- Indexing follows publication instead of holding it up: 200,000 new lines take longer to index than to publish. A search
-- answers from the last publication that is indexed and says which.
drop trigger publication_searchable on publication;
drop function search_published();

create table search_index (
    publication  integer primary key references publication,
    indexed_at   timestamptz not null default now()
);
insert into search_index (publication) select distinct valid_from from search_entry where valid_until is null order by 1 desc limit 1;

create or replace function index_publication(publication integer, of_release text) returns void language plpgsql
    set work_mem = '64MB' set gin_pending_list_limit = '65536' as $$
begin
    update catalog.search_entry e set valid_until = index_publication.publication
    where e.valid_until is null
      and not exists (select from catalog.release_line l
                      where l.release = of_release and l.type = e.type and l.id = e.id and md5(l.line)::uuid = e.line_hash);
    -- Each line is parsed once; claims, of which there may be very many, are indexed by what they say and their study.
    insert into catalog.search_entry (type, id, valid_from, line_hash, title, keys, scopes, level, direction, document)
        with fresh as materialized (
            select l.type, l.id, md5(l.line)::uuid as hash, l.line::jsonb as j
            from catalog.release_line l left join catalog.search_entry e
                on e.type = l.type and e.id = l.id and e.valid_until is null
            where l.release = of_release and e.number is null
            order by l.position)
        select f.type, f.id, index_publication.publication, f.hash, f.j ->> 'statement', '{}',
               array(select jsonb_array_elements_text(f.j -> 'scopes')), f.j ->> 'level', f.j ->> 'direction',
               setweight(to_tsvector('simple', concat_ws(' ', f.id, f.j ->> 'study')), 'A')
                   || setweight(to_tsvector('simple', f.j ->> 'statement'), 'B')
                   || setweight(to_tsvector('english', concat_ws(' ', f.j ->> 'statement', f.j ->> 'setting')), 'B')
        from fresh f where f.type = 'claim'
        union all
        select f.type, f.id, index_publication.publication, f.hash, t.title,
               (select coalesce(array_agg(distinct k), '{}')
                from (select catalog.search_key(n) as k from unnest(t.names) n) u where k <> ''),
               catalog.search_texts(coalesce(f.j -> 'scopes', f.j -> 'scope')), f.j ->> 'level', null,
               setweight(to_tsvector('simple', array_to_string(t.names, ' ; ')), 'A')
                   || setweight(to_tsvector('simple', t.title), 'B') || setweight(to_tsvector('english', t.title), 'B')
                   || setweight(jsonb_to_tsvector('english', f.j, '["string"]'), 'D')
        from fresh f,
             lateral (select coalesce(catalog.search_title(f.type, f.j), f.id) as title,
                             catalog.search_names(f.type, f.j) as names) t
        where f.type <> 'claim';
    insert into catalog.search_word
        select distinct w.word
        from catalog.search_entry e,
             lateral regexp_split_to_table(lower(e.title || ' ' || array_to_string(e.keys, ' ')), '[^[:alnum:]-]+') as w (word)
        where e.valid_from = index_publication.publication
          and length(w.word) between 4 and 40 and w.word !~ '^[0-9-]+$'
        on conflict do nothing;
    insert into catalog.search_index (publication) values (index_publication.publication);
end $$;
