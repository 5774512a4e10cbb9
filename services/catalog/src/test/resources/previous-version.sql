-- What the version before these migrations (commit efd1871, schema V1 to V3) says to the database. Each statement must run on
-- the newest schema: while a cluster is upgraded both versions write. Never edit a statement; add those of the next version.

-- source: services/catalog/src/main/java/org/fenton/catalog/claim/SourceEntity.java
select id, address, description, read_how, licence_note from catalog.source;
insert into catalog.source (id, address, description, read_how, licence_note) select 'S-PREVIOUS', address, description, read_how, licence_note from catalog.source limit 1;

-- source: services/catalog/src/main/java/org/fenton/catalog/mechanism/NodeEntity.java
select id, kind, name, members from catalog.node;
insert into catalog.node (id, kind, name, members) select 'previous-version', kind, name, members from catalog.node limit 1;

-- source: services/catalog/src/main/java/org/fenton/catalog/disease/TumourEntity.java
select id, name, parent, tissue, main_type from catalog.tumour;
insert into catalog.tumour (id, name, parent, tissue, main_type) select 'previous-version', name, parent, tissue, main_type from catalog.tumour limit 1;

-- source: services/catalog/src/main/java/org/fenton/catalog/disease/ScopeEntity.java
select id, name, kind, oncotree from catalog.scope;
insert into catalog.scope (id, name, kind, oncotree) select 'previous-version', name, kind, oncotree from catalog.scope limit 1;

-- source: services/catalog/src/main/java/org/fenton/catalog/mechanism/EdgeEntity.java
select id, from_nodes, to_nodes, sign, mechanism, scopes, context_text, ferroptosis, level, inferred_model, studies, confidence, sources, note from catalog.edge;
insert into catalog.edge (id, from_nodes, to_nodes, sign, mechanism, scopes, context_text, ferroptosis, level, inferred_model, studies, confidence, sources, note) select 'E99999', from_nodes, to_nodes, sign, mechanism, scopes, context_text, ferroptosis, level, inferred_model, studies, confidence, sources, note from catalog.edge limit 1;

-- source: services/catalog/src/main/java/org/fenton/catalog/drug/DrugClassEntity.java
select id, name, parent from catalog.drug_class;
insert into catalog.drug_class (id, name, parent) select 'previous-version', name, parent from catalog.drug_class limit 1;

-- source: services/catalog/src/main/java/org/fenton/catalog/drug/DrugEntity.java
select id, name, synonyms, chembl, pubchem, drugbank, cas, atc, smiles, approval, approval_text, patient_use, patient_use_reason, classes, reachable, exposure_text, potency_text, toxicity, metabolism, interactions, dose, boxed_warning, ferroptosis_text, note from catalog.drug;
insert into catalog.drug (id, name, synonyms, chembl, pubchem, drugbank, cas, atc, smiles, approval, approval_text, patient_use, patient_use_reason, classes, reachable, exposure_text, potency_text, toxicity, metabolism, interactions, dose, boxed_warning, ferroptosis_text, note) select 'previous-version', name, synonyms, chembl, pubchem, drugbank, cas, atc, smiles, approval, approval_text, patient_use, patient_use_reason, classes, reachable, exposure_text, potency_text, toxicity, metabolism, interactions, dose, boxed_warning, ferroptosis_text, note from catalog.drug limit 1;

-- source: services/catalog/src/main/java/org/fenton/catalog/drug/DrugListingEntity.java
select id, drug, kind, source_row, class_name, subclass, state, mechanism, caveat, conf_mechanism, conf_potency, conf_regulatory, conf_ids, conf_safety, studies, sources from catalog.drug_listing;
insert into catalog.drug_listing (id, drug, kind, source_row, class_name, subclass, state, mechanism, caveat, conf_mechanism, conf_potency, conf_regulatory, conf_ids, conf_safety, studies, sources) select 'previous-version:jak-stat', 'previous-version', kind, source_row, class_name, subclass, state, mechanism, caveat, conf_mechanism, conf_potency, conf_regulatory, conf_ids, conf_safety, studies, sources from catalog.drug_listing limit 1;

-- source: services/catalog/src/main/java/org/fenton/catalog/drug/DrugEntity.java
select drug, position, node, effect, directness, contested, relation, potency_nanomolar, assay, confidence, sources from catalog.drug_target;
insert into catalog.drug_target (drug, position, node, effect, directness, contested, relation, potency_nanomolar, assay, confidence, sources) select 'previous-version', position, node, effect, directness, contested, relation, potency_nanomolar, assay, confidence, sources from catalog.drug_target limit 1;

-- source: services/catalog/src/main/java/org/fenton/catalog/disease/ContextEntity.java
select id, disease, disease_group, tissue_or_cell, scope, oncotree, role, goal, key_nodes, broad_jak_inhibition, verdict, verdict_text, verdict_rule, studies, confidence, basis, sources, conflict from catalog.disease_context;
insert into catalog.disease_context (id, disease, disease_group, tissue_or_cell, scope, oncotree, role, goal, key_nodes, broad_jak_inhibition, verdict, verdict_text, verdict_rule, studies, confidence, basis, sources, conflict) select 'C999', disease, disease_group, tissue_or_cell, scope, oncotree, role, goal, key_nodes, broad_jak_inhibition, verdict, verdict_text, verdict_rule, studies, confidence, basis, sources, conflict from catalog.disease_context limit 1;

-- source: services/catalog/src/main/java/org/fenton/catalog/disease/ContextEntity.java
select context, position, node, effect from catalog.disease_context_arm;
insert into catalog.disease_context_arm (context, position, node, effect) select 'C999', position, node, effect from catalog.disease_context_arm limit 1;

-- source: services/catalog/src/main/java/org/fenton/catalog/disease/ResistanceEntity.java
select id, drugs, drug_classes, scopes, disease_text, mechanism, jak_stat_link, jak_stat_text, ferroptosis_text, liabilities, partner_classes, partner_text, caution, studies, confidence, basis, sources from catalog.resistance;
insert into catalog.resistance (id, drugs, drug_classes, scopes, disease_text, mechanism, jak_stat_link, jak_stat_text, ferroptosis_text, liabilities, partner_classes, partner_text, caution, studies, confidence, basis, sources) select 'R999', drugs, drug_classes, scopes, disease_text, mechanism, jak_stat_link, jak_stat_text, ferroptosis_text, liabilities, partner_classes, partner_text, caution, studies, confidence, basis, sources from catalog.resistance limit 1;

-- source: services/catalog/src/main/java/org/fenton/catalog/disease/ResistanceEntity.java
select resistance, position, node, direction from catalog.resistance_marker;
insert into catalog.resistance_marker (resistance, position, node, direction) select 'R999', position, node, direction from catalog.resistance_marker limit 1;

-- source: services/catalog/src/main/java/org/fenton/catalog/combination/CombinationEntity.java
select id, scopes, model_text, resistance_text, ferroptosis, outcome, outcome_text, level, ferroptosis_measured, mechanism, studies, confidence, sources, note from catalog.combination;
insert into catalog.combination (id, scopes, model_text, resistance_text, ferroptosis, outcome, outcome_text, level, ferroptosis_measured, mechanism, studies, confidence, sources, note) select 'K999', scopes, model_text, resistance_text, ferroptosis, outcome, outcome_text, level, ferroptosis_measured, mechanism, studies, confidence, sources, note from catalog.combination limit 1;

-- source: services/catalog/src/main/java/org/fenton/catalog/combination/CombinationEntity.java
select combination, position, text, drugs, role from catalog.combination_agent;
insert into catalog.combination_agent (combination, position, text, drugs, role) select 'K999', position, text, drugs, role from catalog.combination_agent limit 1;

-- source: services/catalog/src/main/java/org/fenton/catalog/safety/SafetyRuleEntity.java
select id, category, drugs, classes, trigger, threshold, condition, action, action_text, severity, rationale, confidence, sources from catalog.safety_rule;
insert into catalog.safety_rule (id, category, drugs, classes, trigger, threshold, condition, action, action_text, severity, rationale, confidence, sources) select 'SF999', category, drugs, classes, trigger, threshold, condition, action, action_text, severity, rationale, confidence, sources from catalog.safety_rule limit 1;

-- source: services/catalog/src/main/java/org/fenton/catalog/safety/InteractionEntity.java
select id, name, drugs, sources from catalog.interaction;
insert into catalog.interaction (id, name, drugs, sources) select 'previous-version', name, drugs, sources from catalog.interaction limit 1;

-- source: services/catalog/src/main/java/org/fenton/catalog/claim/ClaimEntity.java
select id, subject_type, subject_id, statement, direction, level, scopes, study, confidence, sources, inferred from catalog.claim;
insert into catalog.claim (id, subject_type, subject_id, statement, direction, level, scopes, study, confidence, sources, inferred) select 'previous-version', subject_type, subject_id, statement, direction, level, scopes, study, confidence, sources, inferred from catalog.claim limit 1;

-- source: services/catalog/src/main/java/org/fenton/catalog/release/ReleaseEntity.java
select id, created_at from catalog.release;
insert into catalog.release (id, created_at) select 'sha256:0000000000000000000000000000000000000000000000000000000000000000', created_at from catalog.release limit 1;

-- source: services/catalog/src/main/java/org/fenton/catalog/release/ReleaseLineEntity.java
select release, position, type, id, line from catalog.release_line;
insert into catalog.release_line (release, position, type, id, line) select 'sha256:0000000000000000000000000000000000000000000000000000000000000000', position, type, id, line from catalog.release_line limit 1;

-- source: services/catalog/src/main/java/org/fenton/catalog/release/PublicationEntity.java
select number, release, published_at from catalog.publication;
insert into catalog.publication (number, release, published_at) select number + 100000, 'sha256:0000000000000000000000000000000000000000000000000000000000000000', published_at from catalog.publication limit 1;

-- source: services/catalog/src/main/java/org/fenton/catalog/drug/DrugEntity.java (named)
select * from catalog.drug where id = lower('Jakafi') or lower(name) = lower('Jakafi') or exists (select from unnest(synonyms) s where lower(s) = lower('Jakafi')) order by id;
-- source: services/catalog/src/main/java/org/fenton/catalog/drug/DrugResource.java (list)
select count(*) from catalog.drug where catalog.drug_names(name, synonyms) like '%jakaf%' escape '\';
-- source: services/catalog/src/main/java/org/fenton/catalog/release/Publisher.java (lock)
select 1 from (select pg_advisory_xact_lock(hashtext('fenton.catalog.release'))) l;
-- source: services/catalog/src/main/java/org/fenton/catalog/release/ReleaseEntity.java (current, newestFirst, counts)
select r.id, r.created_at from catalog.release r join catalog.publication p on p.release = r.id order by p.number desc limit 1;
select r.id from catalog.release r order by (select max(p.number) from catalog.publication p where p.release = r.id) desc;
select type, count(*) from catalog.release_line group by type;
-- source: services/catalog/src/main/java/org/fenton/catalog/release/SeedLoader.java (load): children before parents
delete from catalog.claim;
delete from catalog.interaction;
delete from catalog.safety_rule;
delete from catalog.combination_agent;
delete from catalog.combination;
delete from catalog.resistance_marker;
delete from catalog.resistance;
delete from catalog.disease_context_arm;
delete from catalog.disease_context;
delete from catalog.edge;
delete from catalog.scope;
delete from catalog.tumour;
delete from catalog.drug_target;
delete from catalog.drug_listing;
delete from catalog.drug;
delete from catalog.drug_class;
delete from catalog.node;
delete from catalog.source;
