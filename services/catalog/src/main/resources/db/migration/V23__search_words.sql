-- Spelling offers words that somebody wrote. It was filled from the keys of names too, which have no blanks: a node named
-- "ruxolitinib (the drug)" made the word "ruxolitinibthedrug". Now it is filled from the names themselves; the key of a
-- name of one word stays, for a code is typed with its hyphen and without (AZD-1480).
create function search_spelt(title text, names text[]) returns table (word text) language sql stable as $$
    select w.word
    from (select regexp_split_to_table(lower(concat_ws(' ', title, array_to_string(names, ' '))), '[^[:alnum:]-]+')
          union all
          select catalog.search_key(n) from unnest(names) n where n !~ '\s') as w (word)
    where length(w.word) between 4 and 40 and w.word !~ '^[0-9-]+$'
$$;

create or replace function index_lines(publication integer, of_release text, from_position integer, until_position integer) returns integer
    language plpgsql set work_mem = '32MB' set gin_pending_list_limit = '512kB' as $$
declare indexed integer;
begin
    with lines as materialized (
        select l.type, l.id, l.line, l.position from catalog.release_line l
        where l.release = of_release and l.position >= from_position and l.position < until_position),
    fresh as materialized (
        select l.type, l.id, md5(l.line)::uuid as hash, l.line::jsonb as j
        from lines l left join catalog.search_entry e on e.type = l.type and e.id = l.id and e.valid_until is null
        where e.number is null
        order by l.position),
    named as materialized (
        select f.type, f.id, f.hash, f.j, coalesce(catalog.search_title(f.type, f.j), f.id) as title,
               catalog.search_names(f.type, f.j) as names
        from fresh f where f.type <> 'claim'),
    entries as (
        insert into catalog.search_entry (type, id, valid_from, line_hash, title, keys, scopes, level, direction, document)
            select f.type, f.id, index_lines.publication, f.hash, f.j ->> 'statement', '{}',
                   array(select jsonb_array_elements_text(f.j -> 'scopes')), f.j ->> 'level', f.j ->> 'direction',
                   setweight(to_tsvector('simple', concat_ws(' ', f.id, f.j ->> 'study')), 'A')
                       || setweight(to_tsvector('simple', f.j ->> 'statement'), 'B')
                       || setweight(to_tsvector('english', concat_ws(' ', f.j ->> 'statement', f.j ->> 'setting')), 'B')
            from fresh f where f.type = 'claim'
            union all
            select t.type, t.id, index_lines.publication, t.hash, t.title,
                   (select coalesce(array_agg(distinct k), '{}')
                    from (select catalog.search_key(n) as k from unnest(t.names) n) u where k <> ''),
                   catalog.search_texts(coalesce(t.j -> 'scopes', t.j -> 'scope')), t.j ->> 'level', null,
                   setweight(to_tsvector('simple', array_to_string(t.names, ' ; ')), 'A')
                       || setweight(to_tsvector('simple', t.title), 'B') || setweight(to_tsvector('english', t.title), 'B')
                       || setweight(jsonb_to_tsvector('english', t.j, '["string"]'), 'D')
            from named t
        returning 1),
    words as (
        insert into catalog.search_word
            select distinct w.word
            from (select f.j ->> 'statement' as title, null::text[] as names from fresh f where f.type = 'claim'
                  union all select title, names from named) t, lateral catalog.search_spelt(t.title, t.names) w
            on conflict do nothing)
    select count(*) into indexed from entries;
    return indexed;
end $$;

-- The words of what is searched now, anew; those of past days come back when they are published again.
delete from search_word;
insert into search_word
    select distinct w.word
    from release_line l, lateral (select l.line::jsonb as j) p,
         lateral search_spelt(case when l.type = 'claim' then j ->> 'statement' else coalesce(search_title(l.type, j), l.id) end,
                              case when l.type = 'claim' then null else search_names(l.type, j) end) w
    where l.release = (select release from publication where number = (select max(publication) from search_index));
