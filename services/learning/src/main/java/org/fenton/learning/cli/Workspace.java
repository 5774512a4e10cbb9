package org.fenton.learning.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.fenton.learning.data.DataFiles;
import org.fenton.learning.data.TrainingData;
import org.fenton.learning.data.ZipScreens;
import org.fenton.learning.features.PairFeatures;
import org.fenton.learning.features.TargetFamilies;
import org.fenton.learning.files.Vocabulary;
import org.fenton.learning.reference.ReferencePanel;
import org.fenton.learning.structure.StructureReader;

/** The data of a run with the features made of them. */
record Workspace(DataFiles files, ReferencePanel panel, TrainingData data, String families, PairFeatures features) {
    static Workspace open(Path directory) throws IOException {
        DataFiles files = DataFiles.forTraining(directory);
        ReferencePanel panel = ReferencePanel.read(files);
        TrainingData data = ZipScreens.read(files, new StructureReader(), panel.lineActivities());
        List<String> tissues = List.copyOf(data.lines().stream()
                .flatMap(line -> line.state().tissue().stream())
                .collect(Collectors.toCollection(TreeSet::new)));
        String families = Vocabulary.text("target-families.tsv");
        return new Workspace(files, panel, data, families, new PairFeatures(new TargetFamilies(families), tissues));
    }
}
