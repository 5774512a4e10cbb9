-- A release is its bytes: written once, kept for ever. The id is the hash of its lines (docs/data.md).
create table release (
    id          text collate "C" primary key check (id ~ '^sha256:[0-9a-f]{64}$'),
    created_at  timestamptz not null default now()
);

create table release_line (
    release   text collate "C" not null references release,
    position  integer not null,
    type      text not null,
    id        text collate "C" not null,
    line      text not null,
    primary key (release, position),
    unique (release, type, id)
);

-- Which release is current: the last publication. Going back to older facts publishes the older release again.
create table publication (
    number        integer primary key,
    release       text collate "C" not null references release,
    published_at  timestamptz not null default now()
);

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only: a release is never changed, the next one is published', tg_table_name;
end $$;

create trigger release_kept before update or delete on release for each row execute function refuse_change();
create trigger release_line_kept before update or delete on release_line for each row execute function refuse_change();
create trigger publication_kept before update or delete on publication for each row execute function refuse_change();
create trigger release_whole before truncate on release for each statement execute function refuse_change();
create trigger release_line_whole before truncate on release_line for each statement execute function refuse_change();
create trigger publication_whole before truncate on publication for each statement execute function refuse_change();
