package org.fenton.learning.names;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.fenton.learning.data.DataFiles;
import org.fenton.learning.data.DataFiles.Input;
import org.fenton.learning.data.DrugDirectory;
import org.fenton.learning.data.Screen;
import org.fenton.learning.files.Table;
import org.fenton.learning.files.Vocabulary;
import org.fenton.learning.kernel.DrugTraits;
import org.fenton.learning.names.DrugDrafts.Draft;
import org.fenton.learning.names.DrugDrafts.Listed;
import org.fenton.learning.structure.Structure;
import org.fenton.learning.structure.StructureReader;
import org.jspecify.annotations.Nullable;

/**
 * Joins the lists of drugs into one directory: the Drug Repurposing Hub decides what is one drug, the catalog's seeds and the screens add names and identifiers to its drugs, and the drugs it lacks.
 *
 * <p>Traits are those the models are trained with ({@link DrugDirectory}); a seed's targets and classes count where no list has any. A structure that CDK cannot read is
 * unknown.
 */
public final class DrugNamesMaker {
    /** What is read where it is there. */
    public static final Set<Input> INPUTS = Collections.unmodifiableSet(EnumSet.of(
            Input.HUB_SAMPLES,
            Input.HUB_DRUGS,
            Input.ALMANAC_SMILES,
            Input.ONEIL_SMILES,
            Input.ONEIL_TARGETS,
            Input.DEEPDDS_SMILES,
            Input.SANGER_DRUGS,
            Input.DRUGCOMBDB_SCORES,
            Input.CTRP_COMPOUNDS));

    private final DataFiles files;
    private final DrugDirectory directory;
    private final StructureReader structures;
    private final DrugDrafts drafts = new DrugDrafts();

    private DrugNamesMaker(DataFiles files, DrugDirectory directory, StructureReader structures) {
        this.files = files;
        this.directory = directory;
        this.structures = structures;
    }

    /** @param seeds directory of the catalog's seed tables, where they may be read */
    public static DrugNames read(
            DataFiles files, DrugDirectory directory, StructureReader structures, Optional<Path> seeds)
            throws IOException {
        DrugNamesMaker maker = new DrugNamesMaker(files, directory, structures);
        maker.readHub();
        if (seeds.isPresent()) {
            SeedDrugs.read(seeds.get()).forEach(maker::addSeed);
        }
        maker.readSynonyms();
        maker.readScreens();
        return maker.finish();
    }

    private void readHub() throws IOException {
        hub(Input.HUB_DRUGS).forEach(r -> drafts.own(Listed.of(r.text("pert_iname"))));
        hub(Input.HUB_SAMPLES).forEach(r -> {
            String smiles = r.text("smiles").replace("\"", "").split("[, ]")[0];
            Listed listed = Listed.of(r.text("pert_iname")).withInchiKeys(r.text("InChIKey"));
            Draft draft = drafts.own(smiles.isEmpty() ? listed : listed.withSmiles(smiles, null));
            addSample(r, draft);
        });
        // Every drug's skeleton is computed before another list is read: a later drug is found by it.
        List<Draft> all = new ArrayList<>();
        drafts.all().forEach(all::add);
        List<Optional<String>> skeletons = all.parallelStream()
                .map(draft -> draft.smiles.flatMap(this::structure).map(DrugNames::skeletonHash))
                .toList();
        for (int i = 0; i < all.size(); i++) {
            Draft draft = all.get(i);
            skeletons
                    .get(i)
                    .ifPresent(hash -> drafts.own(Listed.of(draft.name).withSmiles(draft.smiles.orElseThrow(), hash)));
        }
    }

    private void addSample(Table.Row row, Draft draft) {
        drafts.addName(draft, row.text("vendor_name"));
        if (row.text("pubchem_cid").matches("\\d+")) {
            drafts.own(Listed.of(draft.name).withIdentifier("CID:" + row.text("pubchem_cid")));
        }
        String[] broad = row.text("broad_id").split("-");
        if (broad.length > 1) {
            drafts.own(Listed.of(draft.name).withIdentifier(broad[0] + "-" + broad[1]));
        }
    }

    private Table hub(Input input) {
        return Table.tsv(files.path(input)).withComments('!').withCharset(StandardCharsets.ISO_8859_1);
    }

    private void readSynonyms() {
        Vocabulary.pairs("drug-synonyms.tsv").forEach((synonym, name) -> drafts.addName(name, synonym));
    }

    private void addSeed(SeedDrugs.Seed seed) {
        Listed listed = new Listed(
                seed.name(),
                seed.identifiers(),
                seed.inchiKey().orElse(""),
                seed.smiles().orElse(null),
                seed.smiles().map(this::skeleton).orElse(null));
        Draft draft = drafts.join(listed);
        seed.synonyms().forEach(name -> drafts.addName(draft, name));
        draft.seed = seed;
    }

    private void readScreens() throws IOException {
        read(Input.DRUGCOMBDB_SCORES, Table::tsv, r -> {
            drafts.join(drugBank(r.text("Drug1"), r.text("drug1_db")));
            drafts.join(drugBank(r.text("Drug2"), r.text("drug2_db")));
        });
        read(
                Input.ALMANAC_SMILES,
                Table::csv,
                r -> drafts.join(
                        drawn(r.text("name"), r.text("isosmiles")).withIdentifier("CID:" + r.text("pubchemid"))));
        read(Input.ONEIL_SMILES, Table::tsv, r -> drafts.join(drawn(r.text("drug"), r.text("smiles"))));
        read(Input.DEEPDDS_SMILES, Table::tsv, r -> drafts.join(drawn(r.text("drug"), r.text("smiles"))));
        read(
                Input.ONEIL_TARGETS,
                Table::csv,
                r -> drafts.join(Listed.of(r.text("Name")).withInchiKeys(r.text("InChiKey"))));
        read(
                Input.SANGER_DRUGS,
                Table::csv,
                r -> drafts.join(Listed.of(r.text("name")).withInchiKeys(r.text("InCh.Key"))));
        read(Input.CTRP_COMPOUNDS, Table::csv, r -> {
            if (!r.text("cpd_name").contains(" mol/mol")) {
                drafts.join(Listed.of(r.text("cpd_name")));
            }
        });
    }

    private void read(Input input, Function<Path, Table> format, Consumer<Table.Row> row) throws IOException {
        if (files.has(input)) {
            format.apply(files.path(input)).forEach(row);
        }
    }

    private static Listed drugBank(String name, String id) {
        return id.matches("DB\\d{5}") ? Listed.of(name).withIdentifier(id) : Listed.of(name);
    }

    private Listed drawn(String name, String smiles) {
        return smiles.isEmpty() ? Listed.of(name) : Listed.of(name).withSmiles(smiles, skeleton(smiles));
    }

    private @Nullable String skeleton(String smiles) {
        return structure(smiles).map(DrugNames::skeletonHash).orElse(null);
    }

    private Optional<Structure> structure(String smiles) {
        try {
            return Optional.of(structures.read(smiles));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private DrugNames finish() {
        Set<String> listedClasses = new TreeSet<>();
        List<Draft> all =
                StreamSupport.stream(drafts.all().spliterator(), false).toList();
        List<DrugTraits> traits = all.parallelStream().map(this::traits).toList();
        traits.forEach(t -> t.classes().ifPresent(listedClasses::addAll));
        List<KnownDrug> drugs = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Draft draft = all.get(i);
            DrugTraits full = withSeed(traits.get(i), draft.seed, listedClasses);
            drugs.add(new KnownDrug(
                    draft.key,
                    DrugTable.text(draft.name),
                    List.copyOf(draft.names),
                    List.copyOf(draft.identifiers),
                    List.copyOf(draft.inchiKeys),
                    full.structure().map(DrugNames::skeletonHash),
                    full));
        }
        return new DrugNames(drugs);
    }

    private DrugTraits traits(Draft draft) {
        Optional<String> readable = draft.smiles.filter(s -> structure(s).isPresent());
        return directory.traits(new Screen.Drug(
                draft.key, draft.name, readable, draft.inchiKeys.stream().findFirst()));
    }

    private static DrugTraits withSeed(DrugTraits listed, SeedDrugs.@Nullable Seed seed, Set<String> listedClasses) {
        if (seed == null) {
            return listed;
        }
        Map<String, String> written = new TreeMap<>();
        listedClasses.forEach(c -> written.put(c.toLowerCase(Locale.ROOT), c));
        Set<String> classes = new TreeSet<>();
        seed.classes().stream()
                .map(c -> written.get(c.toLowerCase(Locale.ROOT)))
                .filter(c -> c != null)
                .forEach(classes::add);
        return new DrugTraits(
                listed.structure(),
                listed.targets().or(() -> Optional.of(seed.targets()).filter(t -> !t.isEmpty())),
                listed.classes().or(() -> Optional.of(classes).filter(c -> !c.isEmpty())));
    }
}
