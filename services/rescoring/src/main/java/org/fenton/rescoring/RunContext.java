package org.fenton.rescoring;

import java.io.Serializable;
import org.fenton.rescoring.store.SegmentFiles;

/**
 * Everything besides the case that decides a ranking's bytes.
 *
 * @param policyHash of the policy's canonical document: two policies may carry one id by mistake
 * @param engine hash of the code that ranks, so that new code never passes for old work
 */
record RunContext(String release, String bundle, String policy, String policyHash, int top, String engine)
        implements Serializable {
    String id() {
        return SegmentFiles.hex(String.join("\n", "fenton-row/1", release, bundle, policyHash, "top " + top, engine));
    }

    /** The label is part of the answer's bytes and not of the case's id. */
    String key(String caseId, String label) {
        return SegmentFiles.hex(String.join("\n", id(), caseId, label));
    }
}
