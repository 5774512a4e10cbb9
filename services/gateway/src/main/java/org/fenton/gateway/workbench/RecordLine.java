package org.fenton.gateway.workbench;

import org.fenton.gateway.decision.Decisions;

/** A decision record in the list of records. */
public record RecordLine(String id, String shortId, String at, Provenance provenance, String software, boolean held) {
    static RecordLine of(Decisions.Line line) {
        return new RecordLine(
                line.id(),
                Provenance.shortened(line.id()),
                Times.of(line.createdAt()),
                new Provenance(line.releaseId(), line.bundleId(), line.policyId()),
                line.software(),
                line.held());
    }
}
