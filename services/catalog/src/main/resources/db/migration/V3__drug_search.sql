-- Substring search over names and synonyms. With pg_trgm it is indexed; without it the same query scans some hundred rows.
create function drug_names(name text, synonyms text[]) returns text language sql immutable as $$
    select lower(name || E'\n' || coalesce(array_to_string(synonyms, E'\n'), ''))
$$;

do $$
begin
    create extension if not exists pg_trgm with schema public;
    create index drug_names_trigram on drug using gin (drug_names(name, synonyms) public.gin_trgm_ops);
exception when others then
    raise notice 'pg_trgm is not available here (%): drug search scans instead', sqlerrm;
end $$;
