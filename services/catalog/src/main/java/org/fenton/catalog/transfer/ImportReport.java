package org.fenton.catalog.transfer;

import java.util.List;
import org.fenton.catalog.seed.SeedFault;

/**
 * What an import did, or would do.
 *
 * @param rows rows of the file
 * @param added rows whose key the catalog did not hold
 * @param changed rows that differed from what the catalog held
 * @param unchanged rows that were there already, as they are
 * @param claims what became of the claims that the rows make; absent where a type makes none
 * @param dryRun true when nothing was written because that was asked for
 */
public record ImportReport(
        String type, String file, int rows, int added, int changed, int unchanged, Claims claims, boolean dryRun) {

    public record Claims(int added, int changed, int removed) {}

    /** One thing wrong in a file; the header is line 1. */
    public record Fault(int line, String column, String reason, String suggestion) {
        static Fault of(SeedFault fault) {
            return new Fault(
                    fault.line(),
                    fault.column().isEmpty() ? null : fault.column(),
                    fault.reason(),
                    fault.suggestion().isEmpty() ? null : fault.suggestion());
        }
    }

    /** RFC 9457 with what is wrong where; {@code faultCount} tells how many there are when not all are listed. */
    public record Refusal(
            String type,
            String title,
            int status,
            String detail,
            String instance,
            String requestId,
            long faultCount,
            List<Fault> faults) {}
}
