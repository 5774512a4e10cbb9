package org.fenton.catalog.transfer;

import java.util.Comparator;
import java.util.List;
import org.fenton.catalog.seed.SeedFault;
import org.fenton.catalog.seed.SeedReport;

/** A file with a fault: nothing of it was written. */
final class ImportRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    final transient List<ImportReport.Fault> faults;
    final long count;

    ImportRefused(SeedReport report) {
        super(report.count() + " fault(s), nothing was written");
        this.count = report.count();
        this.faults = report.faults().stream()
                .sorted(Comparator.comparingInt(SeedFault::line).thenComparing(SeedFault::column))
                .map(ImportReport.Fault::of)
                .toList();
    }
}
