-- Papers with two names, found in a release without reading all of its claims: statements can be asked of any past day.
create index release_line_same_as on release_line (release) where type = 'claim' and position('"sameAs":[' in line) > 0;
