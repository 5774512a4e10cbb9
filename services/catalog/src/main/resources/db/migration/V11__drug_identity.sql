-- One active moiety a row: what structure it has, by which names it goes, what was decided about it where and when.
alter table drug
    add column inchi_key  text check (inchi_key ~ '^[A-Z]{14}-[A-Z]{10}-[A-Z]$'),
    -- The connectivity block; isotopologues, which are medicines of their own, keep their second block too.
    add column moiety     text,
    add constraint drug_moiety_of_key check ((moiety is null) = (inchi_key is null) and starts_with(inchi_key, moiety)),
    add constraint drug_one_row_a_moiety unique (moiety) deferrable initially deferred;

create table drug_name (
    drug      text collate "C" not null references drug on delete cascade,
    position  integer not null,
    name      text not null,
    kind      text not null check (kind in ('ID', 'NAME', 'CODE', 'SYNONYM')),
    -- Letters and digits only, and words in order of the alphabet: spelling, hyphens and word order do not matter.
    compact   text collate "C" not null,
    words     text collate "C" not null,
    primary key (drug, position)
);
create index drug_name_compact on drug_name (compact);
create index drug_name_words on drug_name (words);

create table drug_regulatory (
    drug          text collate "C" not null references drug on delete cascade,
    position      integer not null,
    jurisdiction  text not null check (jurisdiction in ('US', 'EU', 'UK', 'JP', 'KR', 'CN', 'NOT_STATED')),
    authority     text,
    product       text,
    -- As far as it is known: a year, a month or a day.
    decided       text check (decided ~ '^[0-9]{4}(-[0-9]{2}){0,2}$'),
    status        text not null check (status in ('APPROVED', 'APPROVED_CONDITIONALLY', 'APPROVED_VETERINARY', 'REFUSED', 'WITHDRAWN')),
    indication    text,
    confidence    text not null,
    sources       text[] not null check (cardinality(sources) > 0),
    primary key (drug, position)
);
create trigger regulatory_sources after insert or update on drug_regulatory
    for each row execute function require_keys('sources', 'source');
