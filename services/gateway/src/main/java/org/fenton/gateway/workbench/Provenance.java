package org.fenton.gateway.workbench;

import org.fenton.core.ranking.Ranking;

/** What a page's facts and numbers come from. {@code bundle} is {@code none} where no model answered. */
public record Provenance(String release, String bundle, String policy) {
    private static final int SHOWN = 12;

    static Provenance of(Ranking ranking) {
        return new Provenance(
                ranking.releaseId(), ranking.bundleId(), ranking.policy().id());
    }

    public String shortRelease() {
        return shortened(release);
    }

    public String shortBundle() {
        return shortened(bundle);
    }

    /** The first characters of a hash: enough to compare by eye; the whole stands at the foot of the page. */
    static String shortened(String id) {
        String hash = id.startsWith("sha256:") ? id.substring("sha256:".length()) : id;
        return hash.length() <= SHOWN ? hash : hash.substring(0, SHOWN) + "…";
    }
}
