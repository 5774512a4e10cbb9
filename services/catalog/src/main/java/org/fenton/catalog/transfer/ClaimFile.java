package org.fenton.catalog.transfer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.fenton.catalog.claim.ClaimEntity;
import org.fenton.catalog.claim.ClaimedRow;
import org.fenton.catalog.claim.Direction;
import org.fenton.catalog.claim.SubjectType;
import org.fenton.catalog.seed.Keys;
import org.fenton.catalog.seed.SeedFolder;
import org.fenton.catalog.seed.SeedKeys;
import org.fenton.catalog.seed.SeedRow;
import org.fenton.core.knowledge.EvidenceLevel;
import org.fenton.http.CloseNames;

/** Files of claims: no seed file holds them, for the seeds' claims are made of the seeds' rows. */
final class ClaimFile {
    static final String NAME = "claims.tsv";
    private static final List<String> COLUMNS = List.of(
            "id",
            "subjectType",
            "subject",
            "statement",
            "direction",
            "level",
            "scopes",
            "setting",
            "study",
            "sameAs",
            "confidence",
            "source");

    private ClaimFile() {}

    static List<ClaimEntity> read(SeedFolder folder, SeedKeys keys) {
        Keys own = new Keys("claim");
        List<ClaimEntity> claims = new ArrayList<>();
        for (SeedRow row : folder.read(NAME, COLUMNS)) {
            claims.add(read(row, own, keys));
        }
        return claims;
    }

    private static ClaimEntity read(SeedRow row, Keys own, SeedKeys keys) {
        String id = row.newKey("id", own);
        String study = row.required("study");
        if (!id.isEmpty() && !(id.length() > study.length() + 1 && id.endsWith("@" + study))) {
            row.refuse("id", "'" + id + "' should be KEY@STUDY, ending in '@" + study + "'", "");
        }
        String key = id.endsWith("@" + study) ? id.substring(0, id.length() - study.length() - 1) : id;
        if (!study.startsWith("S-")) {
            row.studies("study");
        } else {
            row.keys("study", keys.sources());
        }
        var evidence = new ClaimedRow.Evidence(
                row.optionalOneOf("level", EvidenceLevel.class),
                row.requiredKeys("scopes", keys.scopes()),
                row.text("setting"),
                List.of(study),
                row.required("confidence"),
                row.requiredKeys("source", keys.sources()));
        var claimed = new ClaimedRow(
                key,
                subjectType(row),
                row.required("subject"),
                row.required("statement"),
                row.oneOf("direction", Direction.class),
                evidence);
        ClaimEntity claim = claimed.claims().get(0);
        claim.sameAs = row.studies("sameAs");
        return claim;
    }

    /** Spelt as the release spells it. */
    private static SubjectType subjectType(SeedRow row) {
        String given = row.required("subjectType");
        List<String> known =
                Arrays.stream(SubjectType.values()).map(SubjectType::type).toList();
        int at = known.indexOf(given);
        if (at < 0 && !given.isEmpty()) {
            String suggestion = String.join(" or ", CloseNames.of(given, known));
            row.refuse("subjectType", "'" + given + "' is not one of " + String.join(" ", known), suggestion);
        }
        return at < 0 ? null : SubjectType.values()[at];
    }
}
