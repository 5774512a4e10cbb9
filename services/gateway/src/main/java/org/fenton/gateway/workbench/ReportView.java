package org.fenton.gateway.workbench;

import java.util.List;

/**
 * One report that a fact is wrong.
 *
 * @param corrections the proposals that answer it
 */
public record ReportView(
        CurationView.Report report,
        String etag,
        List<String> corrections,
        List<ProposalView.Event> history,
        StepForm dismissal) {
    public boolean isOpen() {
        return report.state().equals("open");
    }
}
